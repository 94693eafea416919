-- Instances of cases that ended, until the job has looked whether the whole case has. case_number: as long as the engine takes one.
create table document_case_ends (
  id          bigint auto_increment primary key,
  case_number varchar(255) not null,
  ended_at    datetime(3) not null
);
create index document_case_ends_case on document_case_ends (case_number);

-- The file of an ended case, frozen. Its two contents stand in the store of attachments; it outlives the engine's history.
create table document_case_files (
  id          bigint auto_increment primary key,
  case_number varchar(255) not null,
  process_key varchar(100) not null,
  parts       varchar(2000) not null,
  starter     varchar(64),
  ended_at    datetime(3)  not null,
  outcome     varchar(100) not null,
  frozen_at   datetime(3)  not null,
  keep_until  date         not null,
  json_key    varchar(32)  not null,
  json_sha256 varchar(64)  not null,
  pdf_key     varchar(32)  not null,
  pdf_sha256  varchar(64)  not null,
  constraint document_case_files_case unique (case_number)
);
create index document_case_files_json on document_case_files (json_key);
create index document_case_files_pdf on document_case_files (pdf_key);
