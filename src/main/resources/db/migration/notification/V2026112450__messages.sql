-- The outbox. A row is one message to one recipient; a row to a role becomes one row per member when it is due.
-- state: waiting, sending (with a lease), sent, expanded (a role's), dropped (not needed any more), noAddress, failed, doubtful (perhaps sent).
create table notification_messages (
  id             bigint auto_increment primary key,
  message_key    varchar(250)  not null,
  recipient_kind varchar(10)   not null,
  recipient_id   varchar(2000) not null,
  template       varchar(60)   not null,
  case_number    varchar(64),
  facts          longtext      not null,
  created_at     datetime(3)   not null,
  state          varchar(10)   not null,
  next_attempt   datetime(3)   not null,
  attempts       int           not null,
  claim_token    varchar(36),
  lease_until    datetime(3),
  address        varchar(254),
  subject        varchar(200),
  content        longtext,
  last_error     varchar(500),
  sent_at        datetime(3),
  constraint notification_messages_key unique (message_key)
);
create index notification_messages_due on notification_messages (state, next_attempt);
create index notification_messages_case on notification_messages (case_number);
create index notification_messages_created on notification_messages (created_at);
