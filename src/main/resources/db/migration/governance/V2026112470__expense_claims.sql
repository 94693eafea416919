-- The register of expense claims (expense-claim-review). reserved while the manager's approval holds the month's budget: status APPROVED.
create table governance_expense_claims (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)   not null,
  process_instance_id varchar(64)   not null,
  claimant            varchar(64)   not null,
  claimant_role       varchar(64)   not null,
  section_id          varchar(30)   not null,
  budget_month        varchar(7)    not null,
  category            varchar(20)   not null,
  spent_on            date          not null,
  claimed_on          date          not null,
  total               decimal(12,2) not null,
  pre_approval_no     varchar(20),
  oral_approver       varchar(60),
  receipt_altered     boolean       not null,
  over_reason         varchar(1000),
  approver            varchar(64),
  grounds             varchar(500),
  status              varchar(20)   not null,
  times_returned      int           not null,
  paid_amount         decimal(12,2),
  paid_on             date,
  opened_at           datetime(3)   not null,
  ended_at            datetime(3),
  version             int           not null,
  constraint governance_expense_claims_number unique (case_number),
  constraint governance_expense_claims_instance unique (process_instance_id)
);
create index governance_expense_claims_month on governance_expense_claims (budget_month, section_id, status);

create table governance_expense_lines (
  claim_id   bigint        not null,
  line_no    int           not null,
  spent_on   date          not null,
  purpose    varchar(100)  not null,
  place      varchar(60)   not null,
  amount     decimal(12,2) not null,
  receipt_no varchar(40)   not null,
  purchase   boolean       not null,
  primary key (claim_id, line_no),
  constraint governance_expense_lines_claim foreign key (claim_id) references governance_expense_claims (id)
);
create index governance_expense_lines_receipt on governance_expense_lines (receipt_no);

-- What a section may spend in a month. A row is locked while a claim is decided against it; the row without a month is the lock of those that do
-- not exist yet.
create table governance_budgets (
  id           bigint auto_increment primary key,
  budget_month varchar(7)    not null,
  section_id   varchar(30)   not null,
  amount       decimal(12,2) not null,
  version      int           not null,
  constraint governance_budgets_month unique (budget_month, section_id)
);
insert into governance_budgets (budget_month, section_id, amount, version) values ('', '', 0, 0);

-- The expense ledger. Rows are only inserted: a mistake is reversed by a row of its own. reverses: the booking that this one takes back.
create table governance_expense_bookings (
  id           bigint auto_increment primary key,
  case_number  varchar(20)   not null,
  kind         varchar(10)   not null,
  reverses     bigint,
  claimant     varchar(64)   not null,
  section_id   varchar(30)   not null,
  budget_month varchar(7)    not null,
  category     varchar(20)   not null,
  amount       decimal(12,2) not null,
  paid_on      date          not null,
  reason       varchar(500),
  booked_by    varchar(64),
  booked_at    datetime(3)   not null,
  constraint governance_expense_bookings_once unique (case_number, kind),
  constraint governance_expense_bookings_reversed foreign key (reverses) references governance_expense_bookings (id)
);
create index governance_expense_bookings_month on governance_expense_bookings (budget_month, section_id);
