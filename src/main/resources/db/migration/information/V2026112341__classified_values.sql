-- What people submitted in classified fields; it never becomes a process variable.
create table information_classified_values (
  process_instance_id varchar(64)  not null,
  field_path          varchar(200) not null,
  content             longtext     not null,
  kept_at             datetime(3)  not null,
  constraint information_classified_values_pk primary key (process_instance_id, field_path)
);
