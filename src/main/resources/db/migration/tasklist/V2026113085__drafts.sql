-- What somebody has typed into a task's form and not handed in, encrypted: one row for each person and task. It goes with the task.
create table tasklist_drafts (
  person   varchar(64) not null,
  task_id  varchar(64) not null,
  -- The page in a browser that wrote it, and which of its editions this is: two pages do not overwrite one another unseen.
  writer   varchar(36) not null,
  edition  int         not null,
  key_name varchar(40) not null,
  content  mediumblob  not null,
  saved_at datetime(3) not null,
  constraint tasklist_drafts_pk primary key (person, task_id)
);
create index tasklist_drafts_task on tasklist_drafts (task_id);
create index tasklist_drafts_saved on tasklist_drafts (saved_at);
