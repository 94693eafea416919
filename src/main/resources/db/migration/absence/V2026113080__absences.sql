-- Who is away and who acts meanwhile (kind ABSENCE), and who has left and who took over (kind LEAVING, without a last day).
create table absences (
  id         bigint auto_increment primary key,
  kind       varchar(10)  not null,
  person     varchar(64)  not null,
  deputy     varchar(64)  not null,
  first_day  date         not null,
  last_day   date,
  reason     varchar(500),
  state      varchar(10)  not null,
  entered_by varchar(64)  not null,
  entered_at datetime(3)  not null,
  ended_by   varchar(64),
  ended_at   datetime(3),
  version    int          not null
);
create index absences_state on absences (state, first_day);
create index absences_person on absences (person, state);
create index absences_deputy on absences (deputy, state);

-- What an absence did to a task, so that it is done once and taken back: HANDED, OFFERED, or deliberately not (KEPT by the person, BARRED and given to superiors, SKIPPED).
create table absence_tasks (
  task_id      varchar(64)  not null,
  absence_id   bigint       not null,
  kind         varchar(10)  not null,
  person       varchar(64)  not null,
  deputy       varchar(255) not null,
  on_behalf_of varchar(64),
  process_key  varchar(255) not null,
  checked      boolean      not null,
  since        datetime(3)  not null,
  primary key (task_id, absence_id, kind)
);
create index absence_tasks_absence on absence_tasks (absence_id, kind);
create index absence_tasks_deputy on absence_tasks (deputy, process_key);
create index absence_tasks_checked on absence_tasks (checked);

-- Processes that a deputy may open only because of such tasks.
create table absence_rights (
  deputy           varchar(64)  not null,
  process_key      varchar(255) not null,
  authorization_id varchar(64)  not null,
  primary key (deputy, process_key)
);

-- Whoever enters or changes an absence locks this row: rules that look at all absences hold also when two do it at once.
create table absence_lock (
  id int not null primary key
);
insert into absence_lock (id) values (1);
