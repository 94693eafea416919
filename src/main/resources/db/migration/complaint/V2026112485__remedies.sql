-- The register of remedies (complaint-remedy): what was promised to a customer, one item for each branch, one line for each kind of goods.
create table complaint_remedies (
  id                  bigint auto_increment primary key,
  process_instance_id varchar(64)   not null,
  case_number         varchar(20)   not null,
  customer_code       varchar(7),
  severity            varchar(20),
  promised            varchar(4000) not null,
  approved_amount     decimal(14, 2) not null,
  handler             varchar(64),
  order_no            varchar(40),
  invoice_no          varchar(40),
  return_cause        varchar(20),
  resale_until        date,
  resold              boolean       not null,
  status              varchar(30)   not null,
  opened_at           datetime(3)   not null,
  ended_at            datetime(3),
  version             int           not null,
  constraint complaint_remedies_instance unique (process_instance_id)
);
create index complaint_remedies_case on complaint_remedies (case_number);

-- prepared_by shipped, picked up or signed; done_by finished the branch, by paying or booking where money is concerned.
create table complaint_remedy_items (
  id          bigint auto_increment primary key,
  remedy_id   bigint        not null,
  branch      varchar(20)   not null,
  status      varchar(20)   not null,
  amount      decimal(14, 2),
  certificate varchar(30),
  reference   varchar(40),
  prepared_on date,
  prepared_by varchar(64),
  done_on     date,
  done_by     varchar(64),
  note        varchar(2000),
  constraint complaint_remedy_items_branch unique (remedy_id, branch),
  constraint complaint_remedy_items_remedy foreign key (remedy_id) references complaint_remedies (id)
);

create table complaint_remedy_goods (
  id         bigint auto_increment primary key,
  remedy_id  bigint        not null,
  line_no    int           not null,
  branch     varchar(20)   not null,
  product    varchar(60)   not null,
  batch      varchar(30)   not null,
  quantity   decimal(13, 3) not null,
  unit_price decimal(14, 2) not null,
  amount     decimal(14, 2) not null,
  received   decimal(13, 3),
  state      varchar(20),
  constraint complaint_remedy_goods_remedy foreign key (remedy_id) references complaint_remedies (id)
);
create index complaint_remedy_goods_of on complaint_remedy_goods (remedy_id);
