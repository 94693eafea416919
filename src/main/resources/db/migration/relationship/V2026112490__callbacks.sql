-- The register of call-backs (customer-callback). A case number may stand here twice: a complaint may call back again.
create table relationship_callbacks (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)  not null,
  process_instance_id varchar(64)  not null,
  reason              varchar(30)  not null,
  role                varchar(50)  not null,
  customer_code       varchar(7)   not null,
  purpose             varchar(30),
  way                 varchar(20),
  planned_at          datetime(3),
  status              varchar(20)  not null,
  satisfaction        int,
  follow_up           varchar(20),
  opened_at           datetime(3)  not null,
  ended_at            datetime(3),
  version             int          not null,
  constraint relationship_callbacks_instance unique (process_instance_id)
);
create index relationship_callbacks_customer on relationship_callbacks (customer_code, opened_at);
create index relationship_callbacks_case on relationship_callbacks (case_number);

-- Each try to reach the customer, in its order. tried_on is the day in the enterprise's own time.
create table relationship_callback_tries (
  callback_id bigint      not null,
  try_number  int         not null,
  tried_at    datetime(3) not null,
  tried_on    date        not null,
  outcome     varchar(20) not null,
  tried_by    varchar(64),
  constraint relationship_callback_tries_pk primary key (callback_id, try_number),
  constraint relationship_callback_tries_callback foreign key (callback_id) references relationship_callbacks (id)
);

-- What a call-back is or was due for. source says which fact: the number of the case that was closed, or the day of a regular round.
-- A row without opened_at waits for its day.
create table relationship_callback_due (
  id            bigint auto_increment primary key,
  customer_code varchar(7)  not null,
  reason        varchar(30) not null,
  source        varchar(20) not null,
  happened_on   date        not null,
  opened_case   varchar(20),
  opened_at     datetime(3),
  constraint relationship_callback_due_fact unique (customer_code, reason, source)
);
create index relationship_callback_due_waiting on relationship_callback_due (reason, opened_at, happened_on);

-- One row: whoever starts due call-backs holds it until the transaction ends, so that two nodes never start one twice.
create table relationship_callback_rounds (
  id int not null primary key
);
insert into relationship_callback_rounds (id) values (1);
