-- Shifts of published rosters (service-roster). A change of the roster ends a row and adds another: a row without until_version stands.
create table aftersales_shifts (
  id            bigint auto_increment primary key,
  roster_number varchar(20) not null,
  duty_on       date        not null,
  shift_kind    varchar(10) not null,
  person        varchar(64) not null,
  area          varchar(50) not null,
  since_version int         not null,
  until_version int
);
create index aftersales_shifts_day on aftersales_shifts (duty_on, person);
create index aftersales_shifts_person on aftersales_shifts (person, duty_on);
create index aftersales_shifts_roster on aftersales_shifts (roster_number);
