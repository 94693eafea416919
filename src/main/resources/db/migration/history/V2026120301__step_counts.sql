-- What was done at each element of a process, counted once a day is over, so that nobody counts a million rows to see a picture.
create table history_days_counted (
  -- Everything that ended on this day or before is counted.
  counted_day date not null,
  constraint history_days_counted_pk primary key (counted_day)
);
create table history_step_counts (
  definition_id varchar(64)  not null,
  activity      varchar(255) not null,
  -- The day on which these steps began.
  begun_on      date         not null,
  counted_day   date         not null,
  finished      bigint       not null,
  cancelled     bigint       not null,
  -- Of those that were finished, from start to end, in milliseconds.
  lasted        bigint       not null,
  constraint history_step_counts_pk primary key (definition_id, activity, begun_on, counted_day)
);
