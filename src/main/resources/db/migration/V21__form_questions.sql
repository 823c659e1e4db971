-- What a version of a form said of its questions when it was first answered: who may read the answers
-- (classes of which a reader must satisfy every one), and whether they hold words of the report. Two
-- nodes may write the same lines at once; they say the same.
create table review.form_question (
  form varchar(200) not null,
  form_version varchar(64) not null,
  question varchar(200) not null,
  access_class varchar(100) not null,
  holds_report boolean not null
);
create index form_question_of_version on review.form_question (form, form_version);
