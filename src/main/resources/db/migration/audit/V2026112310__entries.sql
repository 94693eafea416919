-- What happened: ids and salted digests, never a value. Rows are inserted and read, nothing else.
create table audit_entries (
  id           bigint auto_increment primary key,
  happened_at  datetime(3)  not null,
  kind         varchar(20)  not null,
  actor        varchar(255),
  action       varchar(255) not null,
  subject_type varchar(255),
  subject_id   varchar(255),
  case_number  varchar(255),
  digests      longtext     not null
);
create index audit_entries_time on audit_entries (happened_at);
create index audit_entries_case on audit_entries (case_number);
create index audit_entries_actor on audit_entries (actor);

-- Without its salt a digest says nothing any more: a person is forgotten by deleting salts, and the entries stay as they are.
create table audit_salts (
  entry_id bigint   not null primary key,
  salt     char(64) not null,
  constraint audit_salts_entry foreign key (entry_id) references audit_entries (id)
);
