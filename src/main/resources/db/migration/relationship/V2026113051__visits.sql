-- The register of visits (customer-visit). A called visit carries its caller's number, so a case number may stand here twice.
create table relationship_visits (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)   not null,
  process_instance_id varchar(64)   not null,
  plan_number         varchar(20),
  visitor             varchar(64),
  visitor_role        varchar(50)   not null,
  customer_code       varchar(7)    not null,
  purposes            varchar(200)  not null,
  goal                varchar(300)  not null,
  channel             varchar(20)   not null,
  planned_at          datetime(3)   not null,
  planned_hours       decimal(5, 1) not null,
  appointed_at        datetime(3),
  cancellations       int           not null,
  cancelled_at        datetime(3),
  unreported_change   boolean       not null,
  actual_from         datetime(3),
  actual_to           datetime(3),
  receiver_name       varchar(50),
  receiver_position   varchar(50),
  receiver_decides    varchar(10),
  training_hours      decimal(4, 1),
  satisfaction        int,
  needs               varchar(2000),
  dispute_named       boolean       not null,
  idea                boolean       not null,
  fault               boolean       not null,
  credit_change       boolean       not null,
  prospect_named      boolean       not null,
  competitor_news     boolean       not null,
  contact_changed     boolean       not null,
  complaint_case      varchar(20),
  weak                boolean,
  paid_amount         decimal(12, 2),
  follow_ups_late     int           not null,
  follow_up_owner     varchar(64),
  status              varchar(20)   not null,
  opened_at           datetime(3)   not null,
  ended_at            datetime(3),
  version             int           not null,
  constraint relationship_visits_instance unique (process_instance_id)
);
create index relationship_visits_customer on relationship_visits (customer_code, actual_from);
create index relationship_visits_plan on relationship_visits (plan_number);
create index relationship_visits_case on relationship_visits (case_number);
create index relationship_visits_planned on relationship_visits (planned_at);

-- Plans of visits of a month (2026-12) or of a year (2027), one in force for each person and time.
create table relationship_visit_plans (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)   not null,
  process_instance_id varchar(64)   not null,
  planner             varchar(64)   not null,
  plan_period         varchar(7)    not null,
  planned_visits      int           not null,
  monthly_hours       decimal(7, 1) not null,
  status              varchar(20)   not null,
  opened_at           datetime(3)   not null,
  ended_at            datetime(3),
  version             int           not null,
  constraint relationship_visit_plans_instance unique (process_instance_id)
);
create index relationship_visit_plans_period on relationship_visit_plans (planner, plan_period);

-- The lines of a plan: of a month one visit each, of a year one customer each with the number of visits.
create table relationship_visit_plan_lines (
  plan_id       bigint        not null,
  position      int           not null,
  customer_code varchar(7)    not null,
  purpose       varchar(30)   not null,
  goal          varchar(300)  not null,
  planned_at    datetime(3),
  hours         decimal(5, 1) not null,
  times         int           not null,
  channel       varchar(20),
  constraint relationship_visit_plan_lines_pk primary key (plan_id, position),
  constraint relationship_visit_plan_lines_plan foreign key (plan_id) references relationship_visit_plans (id)
);
