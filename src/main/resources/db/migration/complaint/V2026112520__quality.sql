-- The register of quality complaints (quality-complaint), with samples, tests and shares of responsibility.
create table complaint_quality_cases (
  id                  bigint auto_increment primary key,
  process_instance_id varchar(64)   not null,
  case_number         varchar(20)   not null,
  complaint_id        bigint        not null,
  customer_code       varchar(7),
  product             varchar(100),
  order_no            varchar(40),
  batch_no            varchar(40),
  quantity            decimal(15, 2),
  shipped_on          date,
  received_at         datetime(3)   not null,
  opened_at           datetime(3)   not null,
  checked_by          varchar(64),
  market              varchar(20)   not null,
  contract_no         varchar(40),
  damages_claimed     boolean       not null,
  pretext             boolean       not null,
  due_at              datetime(3),
  kind                varchar(20),
  sampled_batch       varchar(30),
  fault               varchar(20),
  binding_asked       boolean       not null,
  reply               varchar(20),
  evidence_kept       varchar(500),
  cause               varchar(1000),
  cause_category      varchar(20),
  design_related      boolean       not null,
  danger              boolean       not null,
  defect_rate         decimal(5, 2),
  goods_value         decimal(15, 2),
  treatment           varchar(20),
  loss_basis          varchar(20),
  resale_until        date,
  resold              boolean       not null,
  loss_amount         decimal(15, 2),
  judged_by           varchar(64),
  judged_at           datetime(3),
  remedy              varchar(20),
  damages             boolean       not null,
  allowance_min       int,
  allowance_max       int,
  allowance_percent   decimal(5, 2),
  remedies            varchar(200),
  amount              decimal(15, 2),
  sales_opinion       varchar(1000),
  proposed_by         varchar(64),
  approved_at         datetime(3),
  remedy_result       varchar(4000),
  reminded_at         datetime(3),
  status              varchar(20)   not null,
  ended_at            datetime(3),
  version             int           not null,
  constraint complaint_quality_cases_instance unique (process_instance_id)
);
create index complaint_quality_cases_number on complaint_quality_cases (case_number);
create index complaint_quality_cases_complaint on complaint_quality_cases (complaint_id);

create table complaint_quality_samples (
  quality_id bigint       not null,
  position   int          not null,
  sample_no  varchar(30)  not null,
  pieces     int          not null,
  place      varchar(20)  not null,
  taken_on   date         not null,
  taken_by   varchar(64),
  state      varchar(200),
  primary key (quality_id, position),
  constraint complaint_quality_samples_case foreign key (quality_id) references complaint_quality_cases (id)
);

-- A binding test is one of an outside laboratory that both sides accept.
create table complaint_quality_tests (
  quality_id  bigint        not null,
  position    int           not null,
  sample_no   varchar(30)   not null,
  tested_on   date          not null,
  tested_by   varchar(64),
  third_party boolean       not null,
  laboratory  varchar(100),
  report_no   varchar(40),
  result      varchar(20)   not null,
  fault       varchar(20)   not null,
  findings    varchar(2000) not null,
  primary key (quality_id, position),
  constraint complaint_quality_tests_case foreign key (quality_id) references complaint_quality_cases (id)
);

create table complaint_quality_measures (
  quality_id bigint       not null,
  position   int          not null,
  measure    varchar(1000) not null,
  owner      varchar(50),
  due_on     date,
  primary key (quality_id, position),
  constraint complaint_quality_measures_case foreign key (quality_id) references complaint_quality_cases (id)
);

-- Shares of one case add up to 100, their losses to the loss of the case.
create table complaint_quality_shares (
  quality_id bigint        not null,
  position   int           not null,
  department varchar(20)   not null,
  person     varchar(50),
  share      decimal(5, 2) not null,
  loss       decimal(15, 2) not null,
  primary key (quality_id, position),
  constraint complaint_quality_shares_case foreign key (quality_id) references complaint_quality_cases (id)
);
create index complaint_quality_shares_department on complaint_quality_shares (department);
