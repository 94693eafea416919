-- Tokens of the programs that hand in complaints: a digest of each, never the token itself. A channel may have several, so that it changes over without a gap.
create table complaint_channel_tokens (
  id           bigint auto_increment primary key,
  channel      varchar(40)  not null,
  form_channel varchar(60),
  token_digest varchar(64)  not null,
  token_prefix varchar(16)  not null,
  created_by   varchar(64)  not null,
  created_at   datetime(3)  not null,
  last_used_at datetime(3),
  revoked_by   varchar(64),
  revoked_at   datetime(3),
  constraint complaint_channel_tokens_digest unique (token_digest)
);

-- What came from outside, once per sender's own reference. The digest of the content tells a repetition from a mistake.
create table complaint_intakes (
  id             bigint auto_increment primary key,
  channel        varchar(40)  not null,
  reference      varchar(100) not null,
  content_digest varchar(64)  not null,
  case_number    varchar(20)  not null,
  received_at    datetime(3)  not null,
  import_id      bigint,
  import_row     bigint,
  constraint complaint_intakes_reference unique (channel, reference)
);
create index complaint_intakes_import on complaint_intakes (import_id, import_row);
