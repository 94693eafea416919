-- Whether a correction helped: the next three batches after a quality complaint, for each round of correction (quality-complaint-effect).
create table complaint_effects (
  id                  bigint auto_increment primary key,
  quality_id          bigint       not null,
  process_instance_id varchar(64)  not null,
  case_number         varchar(20)  not null,
  complained_batch    varchar(30),
  rounds              int          not null,
  status              varchar(20)  not null,
  opened_at           datetime(3)  not null,
  ended_at            datetime(3),
  version             int          not null,
  constraint complaint_effects_instance unique (process_instance_id),
  constraint complaint_effects_quality foreign key (quality_id) references complaint_quality_cases (id)
);
create index complaint_effects_case on complaint_effects (quality_id);

create table complaint_effect_batches (
  effect_id  bigint      not null,
  position   int         not null,
  round_no   int         not null,
  batch_no   varchar(30) not null,
  checked_on date        not null,
  checked_by varchar(64),
  recurred   boolean     not null,
  primary key (effect_id, position),
  constraint complaint_effect_batches_effect foreign key (effect_id) references complaint_effects (id)
);
