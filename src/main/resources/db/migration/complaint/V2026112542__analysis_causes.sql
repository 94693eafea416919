-- Causes of an analysis as they were counted and judged by the table complaint-focus; growth of the month that ends with the period, in per cent.
create table complaint_analysis_causes (
  analysis_id  bigint        not null,
  position     int           not null,
  cause        varchar(20)   not null,
  cases        int           not null,
  share        decimal(5, 1) not null,
  cumulative   decimal(5, 1) not null,
  month_cases  int           not null,
  month_growth decimal(9, 1) not null,
  focus        varchar(20),
  constraint complaint_analysis_causes_pk primary key (analysis_id, position),
  constraint complaint_analysis_causes_of foreign key (analysis_id) references complaint_analyses (id)
);

create table complaint_analysis_actions (
  analysis_id bigint        not null,
  position    int           not null,
  cause       varchar(20)   not null,
  measure     varchar(20)   not null,
  department  varchar(64),
  product     varchar(100),
  what        varchar(1000) not null,
  ordered_at  datetime(3),
  constraint complaint_analysis_actions_pk primary key (analysis_id, position),
  constraint complaint_analysis_actions_of foreign key (analysis_id) references complaint_analyses (id)
);

-- Periods whose analysis was started by the calendar: each once, whichever node comes first.
create table complaint_analysis_periods (
  period     varchar(30) not null primary key,
  started_at datetime(3) not null
);
