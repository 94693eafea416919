-- Batches that are held because of a quality complaint (quality-complaint-hold); they stay held when the complaint is withdrawn.
create table complaint_batch_holds (
  id                  bigint auto_increment primary key,
  quality_id          bigint       not null,
  process_instance_id varchar(64),
  case_number         varchar(20),
  batch_no            varchar(30)  not null,
  product             varchar(100),
  held_at             datetime(3)  not null,
  held_by             varchar(64),
  quantity            decimal(15, 2),
  place               varchar(100),
  blocked_on          date,
  blocked_by          varchar(64),
  disposal            varchar(20),
  reason              varchar(500),
  decided_by          varchar(64),
  decided_at          datetime(3),
  released            decimal(15, 2),
  scrapped            decimal(15, 2),
  done_on             date,
  done_by             varchar(64),
  status              varchar(20)  not null,
  ended_at            datetime(3),
  version             int          not null,
  constraint complaint_batch_holds_quality foreign key (quality_id) references complaint_quality_cases (id)
);
create index complaint_batch_holds_batch on complaint_batch_holds (batch_no, status);
create index complaint_batch_holds_instance on complaint_batch_holds (process_instance_id);
create index complaint_batch_holds_case on complaint_batch_holds (quality_id);
