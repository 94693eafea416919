-- Analyses of complaints (complaint-analysis, P63). The figures are frozen when they are counted: what was presented stays.
create table complaint_analyses (
  id                  bigint auto_increment primary key,
  case_number         varchar(20)   not null,
  process_instance_id varchar(64)   not null,
  occasion            varchar(10)   not null,
  period              varchar(30)   not null,
  subject             varchar(200),
  begins_on           date          not null,
  ends_before         date          not null,
  counted_at          datetime(3)   not null,
  total               int           not null,
  closed              int           not null,
  open_cases          int           not null,
  in_time_rate        decimal(5, 1),
  satisfaction_rate   decimal(5, 1),
  repeat_rate         decimal(5, 1),
  cost                decimal(15, 2) not null,
  orders              int,
  complaint_rate      decimal(9, 1),
  analysis            varchar(4000),
  status              varchar(20)   not null,
  analysed_by         varchar(64),
  reviewed_by         varchar(64),
  presented_at        datetime(3),
  ended_at            datetime(3),
  version             int           not null,
  constraint complaint_analyses_instance unique (process_instance_id)
);
create index complaint_analyses_period on complaint_analyses (period);

-- One line of a table: kind, product, region, cause or department; share and growth in per cent.
create table complaint_analysis_figures (
  analysis_id bigint       not null,
  position    int          not null,
  grouping_id varchar(20)  not null,
  item        varchar(200) not null,
  label       varchar(200) not null,
  cases       int          not null,
  share       decimal(5, 1),
  growth      decimal(9, 1),
  constraint complaint_analysis_figures_pk primary key (analysis_id, position),
  constraint complaint_analysis_figures_of foreign key (analysis_id) references complaint_analyses (id)
);

-- What the analysis names as causes, and what was proposed and ordered.
create table complaint_analysis_proposals (
  analysis_id bigint       not null,
  position    int          not null,
  proposal    varchar(500) not null,
  department  varchar(64)  not null,
  due_on      date         not null,
  constraint complaint_analysis_proposals_pk primary key (analysis_id, position),
  constraint complaint_analysis_proposals_of foreign key (analysis_id) references complaint_analyses (id)
);

-- Three same complaints in seven days: each complaint counts for one cluster only.
create table complaint_clusters (
  complaint_id bigint      not null primary key,
  cluster_id   bigint      not null,
  noted_at     datetime(3) not null
);
create index complaint_clusters_of on complaint_clusters (cluster_id);

-- One row: whoever looks for same complaints or starts a due analysis holds it until the transaction ends.
create table complaint_analysis_rounds (
  id int not null primary key
);
insert into complaint_analysis_rounds (id) values (1);
