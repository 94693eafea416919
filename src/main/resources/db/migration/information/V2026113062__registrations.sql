-- The register of registrations and changes of customer information (customer-info-registration).
create table information_registrations (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)  not null,
  process_instance_id varchar(64)  not null,
  operation           varchar(20)  not null,
  customer_code       varchar(7),
  customer_name       varchar(100),
  section             varchar(20),
  reporter            varchar(64),
  contacted_at        datetime(3)  not null,
  reported_at         datetime(3)  not null,
  late                boolean      not null,
  incomplete          boolean      not null,
  duplicates          varchar(200),
  merge_decision      varchar(10),
  merge_decided_by    varchar(64),
  entered_by          varchar(64),
  needs_check         boolean      not null,
  checked_by          varchar(64),
  merged_codes        varchar(200),
  record_version      int,
  status              varchar(20)  not null,
  ended_at            datetime(3),
  version             int          not null,
  constraint information_registrations_instance unique (process_instance_id)
);
create index information_registrations_case on information_registrations (case_number);
create index information_registrations_reported on information_registrations (reported_at);
