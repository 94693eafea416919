-- A seal closes the entries that were committed since the seal before; its hash covers them and the hash before.
create table audit_seals (
  id            bigint      not null primary key,
  sealed_at     datetime(3) not null,
  entries       bigint      not null,
  previous_hash char(64)    not null,
  hash          char(64)    not null
);

-- Which seal covers an entry: transactions commit in another order than they take their ids, so a range of ids would not say it.
-- The hash is the chain's up to this entry; it tells which entry was touched.
create table audit_seal_items (
  entry_id bigint   not null primary key,
  seal_id  bigint   not null,
  hash     char(64) not null
);
create index audit_seal_items_seal on audit_seal_items (seal_id, entry_id);

-- One row that whoever seals holds, so that two nodes never seal at once.
create table audit_seal_lock (
  id int not null primary key
);
insert into audit_seal_lock (id) values (1);
