-- What forms said, for the search over cases: one row for each form that was handed in, with its last version. Comparable: lower case, full-width letters made plain, phone numbers also as
-- digits alone. Nothing classified ever becomes a process variable, so nothing classified is here. Rows go when the engine's history of their case has gone.
create table engine_case_texts (
  variable_id      varchar(64) not null primary key,
  root_instance_id varchar(64) not null,
  words            longtext    not null,
  written_at       datetime(3) not null
);
create index engine_case_texts_case on engine_case_texts (root_instance_id);
create index engine_case_texts_written on engine_case_texts (written_at);
