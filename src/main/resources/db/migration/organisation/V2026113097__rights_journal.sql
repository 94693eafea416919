-- Who belonged to which group, and which group or person had which right, since when and until when (empty: still). kind: member (holder: a person, subject: a group)
-- or right (holder: a group, a person, or * for everybody; subject: what it is a right to; detail: which one).
create table organisation_rights_journal (
  id       bigint auto_increment primary key,
  kind     varchar(10)   not null,
  holder   varchar(255)  not null,
  subject  varchar(300)  not null,
  detail   varchar(1000) not null,
  since_at datetime(3)   not null,
  until_at datetime(3)
);
create index organisation_rights_journal_holder on organisation_rights_journal (holder);
create index organisation_rights_journal_until on organisation_rights_journal (until_at);
