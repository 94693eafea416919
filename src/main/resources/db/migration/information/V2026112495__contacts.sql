-- When somebody of the enterprise last spoke with the customer, and how satisfied the customer was then (1 to 5).
alter table information_customers add column last_contact_on date;
alter table information_customers add column satisfaction int;
create index information_customers_grade on information_customers (grade, code);
