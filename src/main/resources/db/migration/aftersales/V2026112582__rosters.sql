-- The register of rosters (service-roster). Their shifts stand in aftersales_shifts, with the versions in which each stood.
create table aftersales_rosters (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)   not null,
  process_instance_id varchar(64)   not null,
  section             varchar(20)   not null,
  roster_month        varchar(7)    not null,
  status              varchar(20)   not null,
  forecast_hours      decimal(9, 1) not null,
  staffed_hours       decimal(9, 1) not null,
  planned_by          varchar(64),
  current_version     int           not null,
  published_at        datetime(3),
  opened_at           datetime(3)   not null,
  ended_at            datetime(3),
  version             int           not null,
  constraint aftersales_rosters_number unique (case_number),
  constraint aftersales_rosters_instance unique (process_instance_id)
);
create index aftersales_rosters_month on aftersales_rosters (section, roster_month, status);

-- position 0 is version 1.
create table aftersales_roster_versions (
  roster_id bigint        not null,
  position  int           not null,
  reason    varchar(1000) not null,
  made_by   varchar(64),
  made_at   datetime(3)   not null,
  constraint aftersales_roster_versions_pk primary key (roster_id, position),
  constraint aftersales_roster_versions_roster foreign key (roster_id) references aftersales_rosters (id)
);

create table aftersales_roster_forecasts (
  roster_id   bigint        not null,
  position    int           not null,
  area        varchar(30)   not null,
  half_hour   varchar(5)    not null,
  cases_daily decimal(9, 2) not null,
  constraint aftersales_roster_forecasts_pk primary key (roster_id, position),
  constraint aftersales_roster_forecasts_roster foreign key (roster_id) references aftersales_rosters (id)
);

-- Swaps and absences. own_shift, other_day, other_shift and partner are a swap's; a swap's first_day is the day of the own shift.
create table aftersales_swaps (
  id                  bigint auto_increment primary key,
  roster_id           bigint        not null,
  process_instance_id varchar(64)   not null,
  kind                varchar(10)   not null,
  status              varchar(10)   not null,
  person              varchar(64)   not null,
  partner             varchar(64),
  first_day           date          not null,
  last_day            date          not null,
  own_shift           varchar(10),
  other_day           date,
  other_shift         varchar(10),
  reason              varchar(900)  not null,
  shifts_concerned    int           not null,
  uncovered           int           not null,
  asked_by            varchar(64),
  asked_at            datetime(3)   not null,
  decided_by          varchar(64),
  decision_reason     varchar(500),
  decided_at          datetime(3),
  roster_version      int,
  constraint aftersales_swaps_instance unique (process_instance_id),
  constraint aftersales_swaps_roster foreign key (roster_id) references aftersales_rosters (id)
);
create index aftersales_swaps_day on aftersales_swaps (roster_id, kind);

-- What loads which section, for the forecast: a row is a case, whichever register it stands in.
create view aftersales_roster_load as
select 'callCentre' as section, 'complaints 投訴' as area, opened_at as occurred_at from complaint_cases
union all select 'callCentre', 'help 求助', opened_at from relationship_help_cases
union all select 'callCentre', 'call-backs 回訪', opened_at from relationship_callbacks
union all select 'afterSales', 'service requests 售後服務', received_at from aftersales_requests
union all select 'afterSales', 'repairs 維修', opened_at from aftersales_repairs
union all select 'afterSales', 'technical support 技術支持', opened_at from aftersales_tickets
union all select 'afterSales', 'remedies 投訴補救', opened_at from complaint_remedies;
