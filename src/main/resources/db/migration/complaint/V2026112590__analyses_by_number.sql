-- A printed analysis is found by its case.
create index complaint_analyses_number on complaint_analyses (case_number);
