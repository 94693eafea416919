-- The complaint ledger (complaint-handling). A case number may stand twice: a complaint that another case calls has that case's number.
create table complaint_cases (
  id                       bigint auto_increment primary key,
  case_number              varchar(20)   not null,
  process_instance_id      varchar(64)   not null,
  receiver                 varchar(64),
  opened_at                datetime(3)   not null,
  status                   varchar(20)   not null,
  channel                  varchar(20)   not null,
  received_at              datetime(3)   not null,
  anonymous                boolean       not null,
  customer_code            varchar(7),
  contact                  varchar(50),
  product                  varchar(100),
  order_no                 varchar(40),
  content                  varchar(2000) not null,
  claimed_amount           decimal(15,2),
  repeated                 boolean       not null,
  injury_or_danger         boolean       not null,
  kind                     varchar(30),
  quantity                 decimal(15,2),
  shipped_on               date,
  batch_no                 varchar(40),
  persons_complained_about varchar(1000),
  registered_at            datetime(3),
  acknowledged_at          datetime(3),
  acknowledged_by_mail     boolean       not null,
  severity                 varchar(10),
  department               varchar(64),
  handler                  varchar(64),
  assigned_at              datetime(3),
  assigned_again           boolean       not null,
  response_due             datetime(3),
  responded_at             datetime(3),
  solve_due                datetime(3),
  solved_at                datetime(3),
  founded                  varchar(20),
  cause_category           varchar(20),
  liable_department        varchar(20),
  remedies                 varchar(200),
  amount                   decimal(15,2),
  remedy_result            varchar(4000),
  confirmed_at             datetime(3),
  settlement               varchar(20),
  loss_amount              decimal(15,2),
  customer_opinion         varchar(20),
  reporter                 varchar(64),
  reported_at              datetime(3),
  reviewed_at              datetime(3),
  corrective_needed        boolean       not null,
  penalty_needed           boolean       not null,
  satisfaction             int,
  called_back_at           datetime(3),
  merged_into              varchar(20),
  reopens                  varchar(20),
  reopened_by              varchar(20),
  withdrawal_reason        varchar(500),
  ended_at                 datetime(3),
  version                  int           not null,
  constraint complaint_cases_instance unique (process_instance_id)
);
create index complaint_cases_number on complaint_cases (case_number);
create index complaint_cases_customer on complaint_cases (customer_code, received_at);
create index complaint_cases_merged on complaint_cases (merged_into);
create index complaint_cases_received on complaint_cases (received_at);

-- Contacts with the customer and attempts of them.
create table complaint_contacts (
  complaint_id bigint      not null,
  position     int         not null,
  contacted_at datetime(3) not null,
  way          varchar(20) not null,
  answered     boolean     not null,
  content      varchar(500),
  reaction     varchar(500),
  primary key (complaint_id, position),
  constraint complaint_contacts_case foreign key (complaint_id) references complaint_cases (id)
);

-- Each time that a complaint went to the next level.
create table complaint_escalations (
  complaint_id bigint      not null,
  position     int         not null,
  escalated_at datetime(3) not null,
  outcome      varchar(1300),
  primary key (complaint_id, position),
  constraint complaint_escalations_case foreign key (complaint_id) references complaint_cases (id)
);

-- New dates that customers were told.
create table complaint_promises (
  complaint_id bigint       not null,
  position     int          not null,
  promised_for date         not null,
  reason       varchar(500) not null,
  told_at      datetime(3)  not null,
  told_in_time boolean      not null,
  primary key (complaint_id, position),
  constraint complaint_promises_case foreign key (complaint_id) references complaint_cases (id)
);
