-- Attachments of cases. A removed one keeps its row and its content: removal is a mark.
create table document_attachments (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)  not null,
  process_instance_id varchar(64)  not null,
  task_id             varchar(64),
  activity_id         varchar(100),
  kind                varchar(40),
  file_name           varchar(255) not null,
  media_type          varchar(100) not null,
  file_size           bigint       not null,
  sha256              varchar(64)  not null,
  storage_key         varchar(32)  not null,
  added_by            varchar(64)  not null,
  added_at            datetime(3)  not null,
  removed_by          varchar(64),
  removed_at          datetime(3),
  removal_reason      varchar(500),
  version             int          not null,
  constraint document_attachments_key unique (storage_key)
);
create index document_attachments_case on document_attachments (case_number, kind);

-- Contents where several nodes share nothing but the database (kefu.document.store: database), in pieces of one megabyte.
create table document_contents (
  storage_key varchar(32) not null,
  piece       int         not null,
  content     mediumblob  not null,
  constraint document_contents_pk primary key (storage_key, piece)
);
