package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.EARLIER_CASES;
import static org.practicereview.learning.LearningQuestions.FINDING_THEMES;
import static org.practicereview.learning.LearningQuestions.FOUND_BEFORE;
import static org.practicereview.learning.LearningQuestions.FOUND_BEFORE_IN_WORDS;
import static org.practicereview.learning.LearningQuestions.PREPARE_RAPID_REVIEW_REPORT;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.actionplan.ActionState;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.AnswersKept;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.FormDemand;
import org.practicereview.forms.MoreFacts;
import org.practicereview.learning.EarlierLearning.Earlier;
import org.practicereview.learning.EarlierLearning.Recommended;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks at the rapid review whether its themes were found before, for criterion (b) of regulation
 * 11. The form shows what came of earlier cases; which ones there were is kept with the report, by
 * reference and number only, because words of theirs may be sealed one day.
 */
@Component
class FoundBefore implements MoreFacts, FormDemand {

  private static final String KEPT = "earlier-cases";
  private static final int NAMED = 5;
  private static final int LONGEST = 19_000;

  private final EarlierLearning earlier;
  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Themes themes;
  private final Clock clock;

  FoundBefore(
      EarlierLearning earlier,
      Answers answers,
      CaseFiles cases,
      Partnerships partnerships,
      Themes themes,
      Clock clock) {
    this.earlier = earlier;
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
    this.themes = themes;
    this.clock = clock;
  }

  @Override
  public Set<String> keys() {
    return Set.of(FOUND_BEFORE_IN_WORDS.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    return caseReference.isEmpty()
        ? Map.of()
        : Map.of(FOUND_BEFORE_IN_WORDS.key(), inWords(caseReference));
  }

  private String inWords(String caseReference) {
    Set<String> codes = earlier.themesOf(caseReference);
    if (codes.isEmpty()) {
      return "No theme has been named in this case yet. Choose themes above; if an earlier case has"
          + " one of them, you are told when you send the report.";
    }
    List<Earlier> found = earlier.of(caseReference, codes);
    if (found.isEmpty()) {
      return "No earlier case has a theme that was named in this case so far.";
    }
    Partnership partnership = partnership(caseReference);
    String words =
        found.stream().map(one -> inWords(one, partnership)).collect(Collectors.joining("\n\n"));
    return words.length() > LONGEST
        ? words.substring(0, LONGEST) + "…\nThe rest is on the page \"Found before\" of the case."
        : words;
  }

  private static String inWords(Earlier one, Partnership partnership) {
    return "%s (%s)".formatted(one.caseReference(), String.join("; ", one.themes()))
        + (one.recommendations().isEmpty() ? "\nIt has made no recommendation." : "")
        + one.recommendations().stream()
            .map(recommended -> inWords(recommended, partnership))
            .collect(Collectors.joining());
  }

  private static String inWords(Recommended one, Partnership partnership) {
    return "\nRecommendation %s: %s".formatted(one.number(), one.text())
        + (one.actions().isEmpty() ? "\n- No action yet." : "")
        + one.actions().stream()
            .map(
                action ->
                    "\n- %s (%s): %s. %s"
                        .formatted(
                            action.text(),
                            partnership.agencyName(action.leadAgency()),
                            action.state().words(),
                            difference(action)))
            .collect(Collectors.joining());
  }

  private static String difference(PlannedAction action) {
    return action.impact().isBlank()
        ? "No one has said yet what difference it made."
        : "What difference it made: " + action.impact();
  }

  @Override
  public String name() {
    return "foundBeforeSaid";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> given) {
    List<String> codes = FINDING_THEMES.in(given);
    if (codes.isEmpty() || !FOUND_BEFORE.in(given).isBlank()) {
      return Map.of();
    }
    List<String> found = earlier.references(caseReference, codes);
    return found.isEmpty()
        ? Map.of()
        : Map.of(
            FOUND_BEFORE.key(),
            "%s %s of these themes; look at \"Found before\" on the page of the case, and say what came of it and what is different now"
                .formatted(
                    found.size() == 1
                        ? "the earlier case " + found.get(0)
                        : found.size()
                            + " earlier cases ("
                            + found.stream().limit(NAMED).collect(Collectors.joining(", "))
                            + (found.size() > NAMED ? " and others)" : ")"),
                    found.size() == 1 ? "has one or more" : "have one or more"));
  }

  /** Keeps with the report which earlier cases there were when it was written. */
  @EventListener
  void kept(AnswersKept kept) {
    FormAnswers given = kept.given();
    if (PREPARE_RAPID_REVIEW_REPORT.is(given.form())
        && FINDING_THEMES.isAnsweredIn(given.values())) {
      String reference = given.caseReference();
      List<String> codes = FINDING_THEMES.in(given.values());
      answers.store(
          new FormAnswers(
              reference,
              KEPT,
              "",
              "",
              "",
              Map.of(EARLIER_CASES.key(), inShort(reference, codes)),
              AuditTrail.SYSTEM,
              clock.instant()));
    }
  }

  private String inShort(String caseReference, List<String> codes) {
    List<Earlier> found = earlier.of(caseReference, codes);
    String names = themes.names(partnership(caseReference), codes);
    return Stream.concat(
            Stream.of("Themes of this case: " + (names.isEmpty() ? "none of the table" : names)),
            found.isEmpty()
                ? Stream.of("No earlier case of the partnership has one of these themes.")
                : found.stream().map(FoundBefore::inShort))
        .collect(Collectors.joining("\n"));
  }

  private static String inShort(Earlier one) {
    List<PlannedAction> actions = one.actions();
    long complete =
        actions.stream().filter(action -> action.state() == ActionState.COMPLETE).count();
    return "%s: %s; recommendations: %d; actions complete: %d of %d"
        .formatted(
            one.caseReference(),
            String.join("; ", one.themes()),
            one.recommendations().size(),
            complete,
            actions.size());
  }

  private Partnership partnership(String caseReference) {
    return partnerships.get(cases.get(caseReference).partnership());
  }
}
