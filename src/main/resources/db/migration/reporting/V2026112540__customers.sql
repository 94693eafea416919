-- By what reports may put customers together; the master data stay with their module.
create view reporting_customers as
  select code, name, region, grade from information_customers;
