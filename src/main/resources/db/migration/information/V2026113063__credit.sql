-- How far the enterprise trusts the customer with goods on credit: written by the credit survey (customer-credit-survey), kept with the customer.
alter table information_customers add column credit_score int;
alter table information_customers add column credit_term_days int;
alter table information_customers add column credit_limit decimal(14, 2);
alter table information_customers add column credit_guarantee boolean;
alter table information_customers add column credit_payment_mode varchar(30);
alter table information_customers add column credit_rated_on date;
alter table information_customers add column credit_valid_until date;
alter table information_customers add column credit_frozen boolean not null default false;
create index information_customers_credit on information_customers (credit_rated_on, code);
