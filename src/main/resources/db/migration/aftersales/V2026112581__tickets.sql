-- The register of technical problems (technical-support). A case number may stand here twice: its caller may ask again.
create table aftersales_tickets (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)  not null,
  process_instance_id varchar(64)  not null,
  customer_code       varchar(7),
  product             varchar(100),
  serial_number       varchar(100),
  problem             varchar(4000) not null,
  status              varchar(20)  not null,
  product_version     varchar(50),
  scene               varchar(2000),
  error_message       varchar(2000),
  environment         varchar(1000),
  impact              varchar(20),
  problem_kind        varchar(20),
  severity            varchar(10),
  registered_at       datetime(3),
  react_due           datetime(3),
  half_solve_at       datetime(3),
  solve_due           datetime(3),
  known_problem       boolean      not null,
  engineer            varchar(64),
  reacted_at          datetime(3),
  diagnosis           varchar(2000),
  cause               varchar(1000),
  solution            varchar(2000),
  roll_back           varchar(1000),
  solved_at           datetime(3),
  confirmed           varchar(10),
  confirmed_at        datetime(3),
  rounds              int          not null,
  withdrawal_reason   varchar(500),
  opened_at           datetime(3)  not null,
  ended_at            datetime(3),
  version             int          not null,
  constraint aftersales_tickets_instance unique (process_instance_id)
);
create index aftersales_tickets_case on aftersales_tickets (case_number);
create index aftersales_tickets_product on aftersales_tickets (product, status);
create index aftersales_tickets_engineer on aftersales_tickets (engineer, status);

-- Progress news that the customer was told.
create table aftersales_ticket_news (
  ticket_id bigint        not null,
  position  int           not null,
  told_at   datetime(3)   not null,
  told_by   varchar(64),
  news      varchar(1000) not null,
  constraint aftersales_ticket_news_pk primary key (ticket_id, position),
  constraint aftersales_ticket_news_ticket foreign key (ticket_id) references aftersales_tickets (id)
);

-- Times that came while the ticket was handled; told_roles is empty when nobody had to be told.
create table aftersales_ticket_rungs (
  ticket_id  bigint       not null,
  position   int          not null,
  rung       varchar(10)  not null,
  reached_at datetime(3)  not null,
  told_roles varchar(200) not null,
  constraint aftersales_ticket_rungs_pk primary key (ticket_id, position),
  constraint aftersales_ticket_rungs_ticket foreign key (ticket_id) references aftersales_tickets (id)
);

-- The knowledge base: what closed tickets taught.
create table aftersales_knowledge (
  id         bigint auto_increment primary key,
  ticket_id  bigint        not null,
  product    varchar(100),
  title      varchar(200)  not null,
  problem    varchar(4000) not null,
  cause      varchar(1000) not null,
  solution   varchar(2000) not null,
  written_by varchar(64),
  written_at datetime(3)   not null,
  constraint aftersales_knowledge_ticket unique (ticket_id),
  constraint aftersales_knowledge_of foreign key (ticket_id) references aftersales_tickets (id)
);
create index aftersales_knowledge_product on aftersales_knowledge (product);
