package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.PUBLICATION_PLANNED_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * The planned day of publication leaves the time in which the Panel, the Secretary of State and
 * Ofsted have the report before the public does: the clock {@code publication-notice} says how many
 * working days.
 */
@Component
class PublicationDate implements FormDemand {

  private static final String NOTICE = "publication-notice";
  private static final int FURTHEST = 60;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final CaseFiles cases;
  private final Clocks clocks;
  private final Clock clock;

  PublicationDate(CaseFiles cases, Clocks clocks, Clock clock) {
    this.cases = cases;
    this.clocks = clocks;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "publicationDate";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Optional<LocalDate> planned =
        Optional.ofNullable(answers.get(PUBLICATION_PLANNED_ON.key()))
            .map(Object::toString)
            .map(LocalDate::parse);
    if (planned.isEmpty()) {
      return Map.of();
    }
    Rule rule = clocks.rule(cases.get(caseReference).partnership(), NOTICE);
    WorkingDayCalendar calendar = clocks.calendar();
    LocalDate today = LocalDate.now(clock);
    if (!due(rule, calendar, planned.get()).isBefore(today)) {
      return Map.of();
    }
    LocalDate earliest =
        today
            .datesUntil(today.plusDays(FURTHEST))
            .filter(date -> !due(rule, calendar, date).isBefore(today))
            .findFirst()
            .orElseThrow();
    return Map.of(
        PUBLICATION_PLANNED_ON.key(),
        "the bodies must have the report "
            + rule.length()
            + " working days before; the earliest date is "
            + DAY.format(earliest));
  }

  private static LocalDate due(Rule rule, WorkingDayCalendar calendar, LocalDate publication) {
    return calendar.due(publication, rule.length(), rule.unit(), rule.direction());
  }
}
