-- Tasks of vacant posts that a superior's group may do meanwhile, so that this can be taken back; stand_in is empty when nobody stands in.
create table vacant_post_tasks (
  task_id  varchar(64)  not null,
  post     varchar(255) not null,
  stand_in varchar(255) not null,
  since    datetime(3)  not null,
  primary key (task_id, post)
);
create index vacant_post_tasks_post on vacant_post_tasks (post, stand_in);
