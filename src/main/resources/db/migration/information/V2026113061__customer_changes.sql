-- What was changed in customers' records: rows are only inserted.
create table information_customer_changes (
  id             bigint auto_increment primary key,
  customer_code  varchar(7)  not null,
  record_version int         not null,
  operation      varchar(20) not null,
  field          varchar(30) not null,
  before_value   longtext,
  after_value    longtext,
  reason         varchar(1000),
  case_number    varchar(20) not null,
  reported_by    varchar(64),
  entered_by     varchar(64),
  checked_by     varchar(64),
  changed_at     datetime(3) not null
);
create index information_customer_changes_customer on information_customer_changes (customer_code, id);
