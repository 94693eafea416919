-- Requests to make a customer unrecognisable everywhere. What was looked for stands here only until it was done: the row outlives the name.
create table erasure_requests (
  id             bigint auto_increment primary key,
  customer_code  varchar(7)    not null,
  reason         varchar(500)  not null,
  texts          longtext,
  state          varchar(10)   not null,
  requested_by   varchar(64)   not null,
  requested_at   datetime(3)   not null,
  agreed_by      varchar(64),
  agreed_at      datetime(3),
  approved_by    varchar(64),
  approved_at    datetime(3),
  refused_by     varchar(64),
  refusal        varchar(500),
  started_at     datetime(3),
  done_at        datetime(3),
  changed        longtext,
  remaining      longtext
);
create index erasure_requests_state on erasure_requests (state);
