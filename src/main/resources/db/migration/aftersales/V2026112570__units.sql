-- Units (one sold piece of a product) with their warranty. What a repair adds is kept here: days by which the warranty is prolonged.
create table aftersales_units (
  id               bigint auto_increment primary key,
  product          varchar(100) not null,
  serial_number    varchar(60)  not null,
  customer_code    varchar(7),
  sold_on          date,
  warranty_days    int          not null,
  prolonged_days   int          not null,
  proof            varchar(60),
  contract_no      varchar(40),
  contract_until   date,
  contract_percent int          not null,
  version          int          not null,
  constraint aftersales_units_number unique (product, serial_number)
);
create index aftersales_units_customer on aftersales_units (customer_code);
create index aftersales_units_serial on aftersales_units (serial_number);
