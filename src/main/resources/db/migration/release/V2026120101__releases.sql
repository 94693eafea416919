-- What a process owner wants changed in the running system, from the upload to the release and, perhaps, back.
-- State: PROPOSED, RELEASED, REFUSED, WITHDRAWN, RETURNED (the version before is in effect again).
create table release_proposals (
  id            bigint auto_increment primary key,
  reason        varchar(1000) not null,
  move_cases    boolean       not null,
  state         varchar(20)   not null,
  proposed_by   varchar(64)   not null,
  proposed_at   datetime(3)   not null,
  decided_by    varchar(64),
  decided_at    datetime(3),
  decision_note varchar(1000),
  returned_by   varchar(64),
  returned_at   datetime(3),
  report        longtext,
  -- While running cases are still to follow: the deployments (name=id, ...), how many did, how many are left, and until when a node works on it.
  following     varchar(4000),
  moved         int           not null default 0,
  to_move       int           not null default 0,
  held_until    datetime(3)
);
create index release_proposals_state on release_proposals (state, id);

-- Its files: what was in effect when it was uploaded (none for a new file), and what shall be.
create table release_files (
  proposal_id bigint       not null,
  path        varchar(255) not null,
  basis       varchar(64)  not null,
  before_it   mediumblob,
  content     mediumblob   not null,
  constraint release_files_pk primary key (proposal_id, path),
  constraint release_files_proposal foreign key (proposal_id) references release_proposals (id)
);

-- What somebody took away to change it: whoever uploads a change to an older version is told.
create table release_downloads (
  person   varchar(64)  not null,
  path     varchar(255) not null,
  digest   char(64)     not null,
  taken_at datetime(3)  not null,
  constraint release_downloads_pk primary key (person, path)
);
