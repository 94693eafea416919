-- Budgets and the expense ledger are spent from by more than expense claims: they are a module of their own.
alter table governance_budgets rename to budget_months;
alter table governance_expense_bookings rename to budget_bookings;

-- A case may be paid for more than one of the procedures that it called.
alter table budget_bookings add column process_instance_id varchar(64);
update budget_bookings set process_instance_id = (select c.process_instance_id from governance_expense_claims c where c.case_number = budget_bookings.case_number);
alter table budget_bookings drop constraint governance_expense_bookings_once;
alter table budget_bookings add constraint budget_bookings_once unique (process_instance_id, kind);
create index budget_bookings_case on budget_bookings (case_number);

-- What instances hold of a month's budget. Rows are only inserted: what is held no more is freed by a row of its own. reverses: the row that this one frees.
create table budget_reservations (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)   not null,
  process_instance_id varchar(64)   not null,
  budget_month        varchar(7)    not null,
  section_id          varchar(30)   not null,
  amount              decimal(12,2) not null,
  reverses            bigint,
  booked_at           datetime(3)   not null,
  constraint budget_reservations_once unique (reverses),
  constraint budget_reservations_reversed foreign key (reverses) references budget_reservations (id)
);
create index budget_reservations_instance on budget_reservations (process_instance_id);
create index budget_reservations_month on budget_reservations (budget_month, section_id);

-- Until now an approved claim held its total by its state.
insert into budget_reservations (case_number, process_instance_id, budget_month, section_id, amount, booked_at)
  select case_number, process_instance_id, budget_month, section_id, total, opened_at from governance_expense_claims where status = 'APPROVED';
