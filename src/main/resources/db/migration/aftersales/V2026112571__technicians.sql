-- Repair technicians, with what they can repair and where they go; kept by the after-sales supervisor.
create table aftersales_technicians (
  id      bigint auto_increment primary key,
  person  varchar(64) not null,
  active  boolean     not null,
  version int         not null,
  constraint aftersales_technicians_person unique (person)
);
create table aftersales_technician_skills (
  technician_id bigint      not null,
  skill         varchar(30) not null,
  primary key (technician_id, skill),
  constraint aftersales_technician_skills_owner foreign key (technician_id) references aftersales_technicians (id)
);
create table aftersales_technician_districts (
  technician_id bigint      not null,
  district      varchar(60) not null,
  primary key (technician_id, district),
  constraint aftersales_technician_districts_owner foreign key (technician_id) references aftersales_technicians (id)
);
