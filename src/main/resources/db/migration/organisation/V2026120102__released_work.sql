-- Roles that get tasks in a process because of a release in the running system, beside what roles.yaml says.
create table organisation_released_work (
  process_key varchar(255) not null,
  role_id     varchar(64)  not null,
  constraint organisation_released_work_pk primary key (process_key, role_id)
);
