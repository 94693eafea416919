-- The register of receptions (customer-reception). A called one carries its caller's number, so a case number may stand here twice.
create table relationship_receptions (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)    not null,
  process_instance_id varchar(64)    not null,
  starter             varchar(64),
  customer_code       varchar(7)     not null,
  reception_at        datetime(3)    not null,
  guests              int            not null,
  purposes            varchar(200)   not null,
  level_asked         varchar(20)    not null,
  level_fixed         varchar(20),
  receiver_role       varchar(50),
  cost_bearing        varchar(20),
  budget              decimal(12, 2) not null,
  unannounced         boolean        not null,
  oral_approved_by    varchar(50),
  oral_approved_at    datetime(3),
  received_at         datetime(3),
  received_by         varchar(64),
  actual_persons      int,
  satisfaction        int,
  paid_amount         decimal(12, 2),
  actual_cost         decimal(12, 2),
  status              varchar(20)    not null,
  opened_at           datetime(3)    not null,
  ended_at            datetime(3),
  version             int            not null,
  constraint relationship_receptions_instance unique (process_instance_id)
);
create index relationship_receptions_customer on relationship_receptions (customer_code, reception_at);
create index relationship_receptions_case on relationship_receptions (case_number);
create index relationship_receptions_time on relationship_receptions (reception_at);
