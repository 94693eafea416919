-- Shares of responsibility by the report of a complaint; those of one complaint add up to 100, their losses to its loss.
create table complaint_case_shares (
  complaint_id bigint         not null,
  position     int            not null,
  department   varchar(20)    not null,
  person       varchar(50),
  share        decimal(5, 2)  not null,
  loss         decimal(15, 2) not null,
  primary key (complaint_id, position),
  constraint complaint_case_shares_of foreign key (complaint_id) references complaint_cases (id)
);
create index complaint_case_shares_department on complaint_case_shares (department);
