-- Files of complaints. state: RECEIVING, WAITING, RUNNING (with a lease), DONE, CANCELLED, FAILED.
create table complaint_imports (
  id               bigint auto_increment primary key,
  file_name        varchar(255)  not null,
  file_kind        varchar(4)    not null,
  file_encoding    varchar(20)   not null,
  column_separator varchar(1)    not null,
  sha256           varchar(64)   not null,
  file_size        bigint        not null,
  form_channel     varchar(60),
  ignored_columns  varchar(1000) not null,
  uploaded_by      varchar(64)   not null,
  uploaded_at      datetime(3)   not null,
  state            varchar(10)   not null,
  rows_total       bigint        not null,
  rows_read        bigint        not null,
  accepted         bigint        not null,
  refused          bigint        not null,
  duplicates       bigint        not null,
  last_row         bigint        not null,
  failures         int           not null,
  worker           varchar(36),
  lease_until      datetime(3),
  ended_by         varchar(64),
  ended_at         datetime(3),
  problem          varchar(500)
);
create index complaint_imports_state on complaint_imports (state, lease_until);

-- The files, in pieces of one megabyte: whichever node works on an import finds them here.
create table complaint_import_pieces (
  import_id bigint     not null,
  piece     int        not null,
  content   mediumblob not null,
  constraint complaint_import_pieces_pk primary key (import_id, piece)
);

-- Why rows were refused; never what stood in them.
create table complaint_import_errors (
  id         bigint auto_increment primary key,
  import_id  bigint       not null,
  import_row bigint       not null,
  reference  varchar(100) not null,
  label      varchar(200) not null,
  message    varchar(500) not null
);
create index complaint_import_errors_import on complaint_import_errors (import_id, id);
