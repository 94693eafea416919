-- What the provisioner wrote into the engine, so that a later change by an administrator can be told from one in the file.
create table organisation_provisioned (
  kind varchar(20) not null,
  item_key varchar(200) not null,
  engine_id varchar(200) not null,
  digest char(64) not null,
  constraint organisation_provisioned_pk primary key (kind, item_key)
);

-- Nodes that start together queue at this row.
insert into organisation_provisioned (kind, item_key, engine_id, digest) values ('lock', 'provisioner', '', '');
