-- The complete customer record (form F28), its contacts, and where a number leads that was merged into another. record_version counts the changes that took effect.
alter table information_customers add column party varchar(10);
alter table information_customers add column licence_no varchar(18);
alter table information_customers add column tax_no varchar(18);
alter table information_customers add column legal_rep varchar(100);
alter table information_customers add column founded_on date;
alter table information_customers add column capital decimal(16, 2);
alter table information_customers add column postcode varchar(10);
alter table information_customers add column fax varchar(20);
alter table information_customers add column website varchar(200);
alter table information_customers add column trade varchar(20);
alter table information_customers add column business_scope varchar(500);
alter table information_customers add column staff_count int;
alter table information_customers add column bank varchar(100);
alter table information_customers add column account_no varchar(40);
alter table information_customers add column invoice_title varchar(200);
alter table information_customers add column danger_state varchar(10);
alter table information_customers add column section varchar(20);
alter table information_customers add column needs varchar(1000);
alter table information_customers add column preferences varchar(1000);
alter table information_customers add column secrecy_grade varchar(20);
alter table information_customers add column record_version int default 1 not null;
alter table information_customers add column active boolean default true not null;
alter table information_customers add column merged_into varchar(7);
create index information_customers_licence on information_customers (licence_no);
create index information_customers_merged on information_customers (merged_into);

create table information_customer_contacts (
  id          bigint auto_increment primary key,
  customer_id bigint       not null,
  line_no     int          not null,
  name        varchar(100) not null,
  position    varchar(100),
  phone       varchar(20),
  birthday    date,
  decides     boolean      not null,
  constraint information_customer_contacts_line unique (customer_id, line_no),
  constraint information_customer_contacts_customer foreign key (customer_id) references information_customers (id)
);
