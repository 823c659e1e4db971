package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.PUBLICATION_PLANNED_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.PublicationTimes;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * The planned day of publication is a working day and leaves the time in which the Panel, the
 * Secretary of State and Ofsted have the report before the public does.
 */
@Component
class PublicationDate implements FormDemand {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final CaseFiles cases;
  private final PublicationTimes times;
  private final Clock clock;

  PublicationDate(CaseFiles cases, PublicationTimes times, Clock clock) {
    this.cases = cases;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "publicationDate";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    return Optional.ofNullable(answers.get(PUBLICATION_PLANNED_ON.key()))
        .map(Object::toString)
        .map(LocalDate::parse)
        .flatMap(planned -> problem(cases.get(caseReference).partnership(), planned))
        .map(problem -> Map.of(PUBLICATION_PLANNED_ON.key(), problem))
        .orElse(Map.of());
  }

  private Optional<String> problem(String partnership, LocalDate planned) {
    LocalDate today = LocalDate.now(clock);
    return times.isInTime(partnership, today, planned)
        ? times.whyNotOn(planned)
        : Optional.of(
            "the bodies must have the report "
                + times.notice(partnership)
                + " before; the earliest date is "
                + DAY.format(times.earliest(partnership, today, today)));
  }
}
