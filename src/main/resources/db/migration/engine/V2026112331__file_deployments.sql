-- What was last deployed from files; present = the files are still there.
create table engine_file_deployments (
  name varchar(255) not null,
  files_hash varchar(64) not null,
  deployment_id varchar(64) not null,
  deployed_at datetime(3) not null,
  present boolean not null,
  constraint engine_file_deployments_pk primary key (name)
);

-- Every process that ever came from a file; present = its file is still there.
create table engine_file_processes (
  process_key varchar(255) not null,
  deployment_name varchar(255) not null,
  present boolean not null,
  constraint engine_file_processes_pk primary key (process_key)
);

-- One row per thing that only one node may do at a time.
create table engine_locks (
  name varchar(64) not null,
  constraint engine_locks_pk primary key (name)
);

insert into engine_locks (name) values ('deployment');
