-- The register of help cases (customer-help).
create table relationship_help_cases (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)  not null,
  process_instance_id varchar(64)  not null,
  starter             varchar(64),
  kind                varchar(30)  not null,
  channel             varchar(20)  not null,
  received_at         datetime(3)  not null,
  wanted_by           datetime(3)  not null,
  customer_code       varchar(7),
  status              varchar(20)  not null,
  route               varchar(30),
  owner               varchar(64),
  times_routed        int          not null,
  cooperation_result  varchar(4000),
  reply               varchar(20),
  opened_at           datetime(3)  not null,
  ended_at            datetime(3),
  version             int          not null,
  constraint relationship_help_cases_number unique (case_number),
  constraint relationship_help_cases_instance unique (process_instance_id)
);
create index relationship_help_cases_customer on relationship_help_cases (customer_code);
