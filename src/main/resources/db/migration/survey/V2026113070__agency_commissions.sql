-- The register of commissions (commissioned-survey). A called one carries its caller's number, so a case number may stand here twice.
create table survey_commissions (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)    not null,
  process_instance_id varchar(64)    not null,
  survey_no           varchar(40)    not null,
  survey_title        varchar(200)   not null,
  brief               varchar(4000)  not null,
  fee_ceiling         decimal(12, 2) not null,
  due_on              date           not null,
  grace_days          int            not null,
  first_share         int            not null,
  penalty_per_day     int            not null,
  penalty_most        int            not null,
  briefed_by          varchar(64),
  round_no            int            not null,
  scored_by           varchar(64),
  award               varchar(20),
  agency              varchar(100),
  agency_email        varchar(120),
  fee                 decimal(12, 2),
  total_points        decimal(6, 2),
  award_reason        varchar(2000),
  approved_by_role    varchar(50),
  approved_at         datetime(3),
  prepaid             decimal(12, 2),
  prepaid_on          date,
  received_on         date,
  days_late           int            not null,
  corrected_on        date,
  sample_delivered    decimal(5, 1),
  recheck_errors      decimal(5, 1),
  report_complete     boolean,
  failures            int            not null,
  acceptance          varchar(20),
  penalty             decimal(12, 2),
  penalty_reason      varchar(500),
  final_paid          decimal(12, 2),
  final_paid_on       date,
  refunded            decimal(12, 2),
  refunded_on         date,
  rating              int,
  standing            varchar(20),
  rated_at            datetime(3),
  status              varchar(20)    not null,
  opened_at           datetime(3)    not null,
  ended_at            datetime(3),
  version             int            not null,
  constraint survey_commissions_instance unique (process_instance_id)
);
create index survey_commissions_case on survey_commissions (case_number);
create index survey_commissions_agency on survey_commissions (agency);
create index survey_commissions_rated on survey_commissions (rated_at);

-- Whom it was offered to.
create table survey_commission_invitations (
  commission_id bigint       not null,
  line_no       int          not null,
  agency        varchar(100) not null,
  contact       varchar(60)  not null,
  email         varchar(120) not null,
  primary key (commission_id, line_no),
  constraint survey_commission_invitations_commission foreign key (commission_id) references survey_commissions (id)
);

-- What the agencies answered. An agency that declines has no price.
create table survey_commission_offers (
  commission_id     bigint       not null,
  line_no           int          not null,
  agency            varchar(100) not null,
  declined          boolean      not null,
  price             decimal(12, 2),
  delivery_on       date,
  email             varchar(120),
  work_plan         varchar(2000),
  answered_on       date         not null,
  valid             boolean      not null,
  method_mark       int,
  experience_mark   int,
  time_mark         int,
  quality_mark      int,
  method_points     decimal(6, 2),
  experience_points decimal(6, 2),
  price_points      decimal(6, 2),
  time_points       decimal(6, 2),
  quality_points    decimal(6, 2),
  primary key (commission_id, line_no),
  constraint survey_commission_offers_commission foreign key (commission_id) references survey_commissions (id)
);

create table survey_commission_weeks (
  commission_id bigint        not null,
  line_no       int           not null,
  noted_on      date          not null,
  done_percent  int           not null,
  issues        varchar(2000) not null,
  primary key (commission_id, line_no),
  constraint survey_commission_weeks_commission foreign key (commission_id) references survey_commissions (id)
);
