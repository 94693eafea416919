-- Changes with every change of the two tables below, so that every node knows when to read them again; its row is the lock of who changes them.
create table calendar_state (
  id    int      not null primary key,
  stamp char(36) not null
);

insert into calendar_state (id, stamp) values (1, 'as shipped');

-- Holiday notices that were imported; they stand before the file of the same year that Kefu brings along.
create table calendar_years (
  notice_year int          not null primary key,
  imported_by varchar(255) not null,
  imported_at datetime(3)  not null
);

create table calendar_days (
  calendar_day date         not null primary key,
  notice_year  int          not null,
  working      boolean      not null,
  name         varchar(255) not null,
  constraint calendar_days_year foreign key (notice_year) references calendar_years (notice_year)
);

-- The enterprise's own days; stronger than every notice.
create table calendar_exceptions (
  calendar_day date         not null primary key,
  working      boolean      not null,
  hours        varchar(255),
  reason       varchar(255) not null,
  changed_by   varchar(255) not null,
  changed_at   datetime(3)  not null
);
