-- The customer master. search_name and phone_digits are what a look-up compares; the service writes them.
create table information_customers (
  id              bigint auto_increment primary key,
  code            varchar(7)   not null,
  name            varchar(100) not null,
  short_name      varchar(50),
  search_name     varchar(400) not null,
  kind            varchar(20)  not null,
  state           varchar(20)  not null,
  phone           varchar(20)  not null,
  phone_digits    varchar(20)  not null,
  email           varchar(100),
  region          varchar(20)  not null,
  address         varchar(200),
  grade           varchar(1),
  key_account     boolean      not null,
  credit_grade    varchar(3),
  owner           varchar(64),
  consent_contact boolean      not null,
  source          varchar(20)  not null,
  created_at      datetime(3)  not null,
  version         int          not null,
  constraint information_customers_code unique (code)
);
create index information_customers_phone on information_customers (phone_digits);

-- The last customer number given out. Its row stays locked until a registration is committed, so that there are no holes and no doubles.
create table information_customer_numbers (
  last_number int not null
);
insert into information_customer_numbers (last_number) values (0);
