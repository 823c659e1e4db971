-- Which themes were given to what in a case, kept when answers are stored: so that what was learned is found again
-- without reading the answers of all cases. Codes only; no words of a report stand here.
create table review.case_theme (
  case_reference varchar(40) not null references review.case_file (reference),
  kind varchar(20) not null,
  item varchar(200) not null,
  theme varchar(100) not null,
  given_on date not null,
  primary key (case_reference, kind, item, theme)
);

create index case_theme_by_theme on review.case_theme (theme, case_reference);
