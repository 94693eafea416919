-- The register of information surveys (customer-information-survey). The answers in full stand in the case; here is what is compared and counted.
create table survey_information_surveys (
  id                   bigint auto_increment primary key,
  case_number          varchar(20)   not null,
  process_instance_id  varchar(64)   not null,
  customer_code        varchar(7)    not null,
  occasion             varchar(20)   not null,
  surveyor             varchar(64),
  customer_owner       varchar(64),
  reviewer             varchar(64),
  operating_style      varchar(20),
  business_state       varchar(20),
  price_level          varchar(20),
  peak_month_sales     decimal(14, 2),
  off_month_sales      decimal(14, 2),
  enterprise_type      varchar(20),
  staff_total          int,
  trade_position       varchar(20),
  payment_term         int,
  payment_method       varchar(20),
  dealings_total       decimal(18, 2),
  returns              int           not null,
  peak_sales_drop      decimal(7, 1),
  alerts               varchar(100)  not null,
  registration_outcome varchar(20),
  status               varchar(20)   not null,
  opened_at            datetime(3)   not null,
  answered_at          datetime(3),
  ended_at             datetime(3),
  version              int           not null,
  constraint survey_information_surveys_instance unique (process_instance_id)
);
create index survey_information_surveys_customer on survey_information_surveys (customer_code, opened_at);
create index survey_information_surveys_case on survey_information_surveys (case_number);
create index survey_information_surveys_answered on survey_information_surveys (answered_at);
