package org.practicereview.oversight;

import static org.practicereview.casefile.CaseFileQuestions.INCIDENT_ON;
import static org.practicereview.casefile.CaseFileQuestions.INCIDENT_OUTLINE;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.engine.AccountNames;
import org.springframework.stereotype.Component;

/** The case at a glance: what happened, where it stands, its next date, its reviewer. */
@Component
public class GlanceSection implements CaseSection {

  /** About two lines of a page. */
  private static final int TWO_LINES = 220;

  private final CaseFacts facts;
  private final CasePeople people;
  private final CaseProgress progress;
  private final Clocks clocks;
  private final AccountNames names;

  GlanceSection(
      CaseFacts facts,
      CasePeople people,
      CaseProgress progress,
      Clocks clocks,
      AccountNames names) {
    this.facts = facts;
    this.people = people;
    this.progress = progress;
    this.clocks = clocks;
    this.names = names;
  }

  /**
   * A case in brief.
   *
   * @param happenedOn day of the incident, or null
   * @param happened the beginning of what was told of it; empty for those who may not know the
   *     child
   * @param stages in which something is to be done
   * @param next the next date of law or guidance, or null
   * @param reviewers names of the reviewers
   */
  public record Glance(
      LocalDate happenedOn,
      String happened,
      Set<String> stages,
      Deadline next,
      List<String> reviewers) {}

  @Override
  public Map<String, Object> of(CaseView view) {
    Map<String, String> called = names.inPartnership(view.partnership().id());
    called.put(AuditTrail.SYSTEM, "the service");
    return Map.of("names", called, "glance", glance(view, called));
  }

  private Optional<Glance> glance(CaseView view, Map<String, String> called) {
    if (!view.sight().header()) {
      return Optional.empty();
    }
    String reference = view.reference();
    return Optional.of(
        new Glance(
            view.sight().identity() ? facts.date(reference, INCIDENT_ON).orElse(null) : null,
            view.sight().identity()
                ? twoLines(facts.text(reference, INCIDENT_OUTLINE).orElse(""))
                : "",
            progress.openWork(reference).stream()
                .map(OpenWork::stage)
                .collect(Collectors.toCollection(LinkedHashSet::new)),
            clocks.of(reference).stream()
                .filter(Deadline::isOpen)
                .filter(clock -> clock.rule().source().isNational())
                .min(Comparator.comparing(Deadline::dueOn))
                .orElse(null),
            people.reviewers(reference).stream().map(id -> called.getOrDefault(id, id)).toList()));
  }

  /** Whole words, as far as two lines hold them. */
  static String twoLines(String told) {
    String plain = told.strip().replaceAll("\\s+", " ");
    return plain.length() <= TWO_LINES
        ? plain
        : plain.substring(0, plain.lastIndexOf(' ', TWO_LINES)) + " …";
  }
}
