-- Budgets and the expense ledger are spent from by more than expense claims: they are a module of their own.
alter table governance_budgets rename to budget_months;

-- A case may be paid for more than one of the procedures that it called. Made anew, as dropping a constraint is written in two ways. Rows are only inserted:
-- a mistake is reversed by a row of its own. reverses: the booking that this one takes back.
create table budget_bookings (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)   not null,
  process_instance_id varchar(64),
  kind                varchar(10)   not null,
  reverses            bigint,
  claimant            varchar(64)   not null,
  section_id          varchar(30)   not null,
  budget_month        varchar(7)    not null,
  category            varchar(20)   not null,
  amount              decimal(12,2) not null,
  paid_on             date          not null,
  reason              varchar(500),
  booked_by           varchar(64),
  booked_at           datetime(3)   not null,
  constraint budget_bookings_once unique (process_instance_id, kind),
  constraint budget_bookings_reversed foreign key (reverses) references budget_bookings (id)
);
create index budget_bookings_month on budget_bookings (budget_month, section_id);
create index budget_bookings_case on budget_bookings (case_number);
insert into budget_bookings (process_instance_id, case_number, kind, claimant, section_id, budget_month, category, amount, paid_on, reason, booked_by, booked_at)
  select c.process_instance_id, b.case_number, b.kind, b.claimant, b.section_id, b.budget_month, b.category, b.amount, b.paid_on, b.reason, b.booked_by, b.booked_at
  from governance_expense_bookings b left join governance_expense_claims c on c.case_number = b.case_number where b.reverses is null order by b.id;
insert into budget_bookings (process_instance_id, reverses, case_number, kind, claimant, section_id, budget_month, category, amount, paid_on, reason, booked_by, booked_at)
  select n.process_instance_id, n.id, b.case_number, b.kind, b.claimant, b.section_id, b.budget_month, b.category, b.amount, b.paid_on, b.reason, b.booked_by, b.booked_at
  from governance_expense_bookings b join governance_expense_bookings o on o.id = b.reverses join budget_bookings n on n.case_number = o.case_number and n.kind = o.kind order by b.id;
drop table governance_expense_bookings;

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
