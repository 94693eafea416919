-- What the nightly looks at the trail found; fault is empty when every entry was as it was sealed.
create table audit_verifications (
  id          bigint auto_increment primary key,
  verified_at datetime(3) not null,
  intact      boolean     not null,
  seals       bigint      not null,
  entries     bigint      not null,
  last_hash   char(64)    not null,
  fault       varchar(500)
);
