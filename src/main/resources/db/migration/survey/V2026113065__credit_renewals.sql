-- Which credit customers were started for the yearly re-rating: each once a year, whoever asks.
create table survey_credit_renewals (
  id            bigint auto_increment primary key,
  renewal_year  int         not null,
  customer_code varchar(7)  not null,
  case_number   varchar(20) not null,
  constraint survey_credit_renewals_once unique (renewal_year, customer_code)
);
