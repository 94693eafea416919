-- The last case number given out, one row per prefix and year. The row without a prefix is a lock: it is held while the first row of a year is made.
create table engine_case_numbers (
  prefix varchar(3) not null,
  case_year int not null,
  last_number int not null,
  constraint engine_case_numbers_pk primary key (prefix, case_year)
);

insert into engine_case_numbers (prefix, case_year, last_number) values ('', 0, 0);
