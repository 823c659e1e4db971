package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.CHANGE_VIEW;
import static org.practicereview.casefile.CaseFileQuestions.CHANGE_VIEW_HEALTH;
import static org.practicereview.casefile.CaseFileQuestions.CHANGE_VIEW_LOCAL_AUTHORITY;
import static org.practicereview.casefile.CaseFileQuestions.CHANGE_VIEW_POLICE;
import static org.practicereview.casefile.CaseFileQuestions.CHANGE_VIEW_REASONS;
import static org.practicereview.casefile.CaseFileQuestions.GIVE_CHANGE_VIEW;
import static org.practicereview.casefile.CaseFileQuestions.GIVE_POSITION;
import static org.practicereview.casefile.CaseFileQuestions.GIVE_VIEW;
import static org.practicereview.casefile.CaseFileQuestions.INITIATION_POSITION;
import static org.practicereview.casefile.CaseFileQuestions.INITIATION_POSITION_REASONS;
import static org.practicereview.casefile.CaseFileQuestions.NOTIFIABLE_VIEW;
import static org.practicereview.casefile.CaseFileQuestions.PARTNER_CHANGE_VIEWS;
import static org.practicereview.casefile.CaseFileQuestions.PARTNER_POSITIONS;
import static org.practicereview.casefile.CaseFileQuestions.PARTNER_VIEWS;
import static org.practicereview.casefile.CaseFileQuestions.POSITION_HEALTH;
import static org.practicereview.casefile.CaseFileQuestions.POSITION_LOCAL_AUTHORITY;
import static org.practicereview.casefile.CaseFileQuestions.POSITION_POLICE;
import static org.practicereview.casefile.CaseFileQuestions.PRACTICE_REVIEW_INITIATED;
import static org.practicereview.casefile.CaseFileQuestions.VIEW_HEALTH;
import static org.practicereview.casefile.CaseFileQuestions.VIEW_LOCAL_AUTHORITY;
import static org.practicereview.casefile.CaseFileQuestions.VIEW_POLICE;
import static org.practicereview.casefile.CaseFileQuestions.VIEW_REASONS;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.FormName;
import org.practicereview.forms.MoreFacts;
import org.practicereview.forms.Question;
import org.practicereview.forms.Scope;
import org.practicereview.forms.Shown;
import org.springframework.stereotype.Component;

/**
 * What each of the three safeguarding partners said, each for itself: whether to notify, whether to
 * review, and whether the signed-off report may be changed. Shown where the decision is recorded,
 * so that a decision from which one of them differs has to say why it is taken all the same.
 */
@Component
public class PartnersSaid implements MoreFacts {

  private static final Map<String, Shown> VIEWS =
      Map.of("local-authority", VIEW_LOCAL_AUTHORITY, "police", VIEW_POLICE, "health", VIEW_HEALTH);
  private static final Map<String, Shown> POSITIONS =
      Map.of(
          "local-authority",
          POSITION_LOCAL_AUTHORITY,
          "police",
          POSITION_POLICE,
          "health",
          POSITION_HEALTH);
  private static final Map<String, Shown> CHANGE_VIEWS =
      Map.of(
          "local-authority",
          CHANGE_VIEW_LOCAL_AUTHORITY,
          "police",
          CHANGE_VIEW_POLICE,
          "health",
          CHANGE_VIEW_HEALTH);
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("local-authority", "Local authority");
    NAMES.put("police", "Police");
    NAMES.put("health", "Health");
  }

  private final Answers answers;
  private final CaseFacts facts;

  PartnersSaid(Answers answers, CaseFacts facts) {
    this.answers = answers;
    this.facts = facts;
  }

  @Override
  public Set<String> keys() {
    return Stream.of(VIEWS, POSITIONS, CHANGE_VIEWS)
        .flatMap(each -> each.values().stream())
        .map(Shown::key)
        .collect(
            Collectors.toCollection(
                () ->
                    new HashSet<>(
                        Set.of(
                            PARTNER_VIEWS.key(),
                            PARTNER_POSITIONS.key(),
                            PARTNER_CHANGE_VIEWS.key()))));
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> said = new LinkedHashMap<>();
    if (!caseReference.isEmpty()) {
      say(said, caseReference, "", GIVE_VIEW, NOTIFIABLE_VIEW, VIEW_REASONS, VIEWS, PARTNER_VIEWS);
      say(
          said,
          caseReference,
          "",
          GIVE_POSITION,
          INITIATION_POSITION,
          INITIATION_POSITION_REASONS,
          POSITIONS,
          PARTNER_POSITIONS);
      say(
          said,
          caseReference,
          scope,
          GIVE_CHANGE_VIEW,
          CHANGE_VIEW,
          CHANGE_VIEW_REASONS,
          CHANGE_VIEWS,
          PARTNER_CHANGE_VIEWS);
    }
    return said;
  }

  /** Whether a partner differs from the decision on a practice review that was recorded last. */
  public boolean differFromDecision(String caseReference) {
    boolean initiated = PRACTICE_REVIEW_INITIATED.in(facts.of(caseReference));
    return NAMES.keySet().stream()
        .flatMap(partner -> latest(caseReference, "", GIVE_POSITION, partner).stream())
        .anyMatch(given -> INITIATION_POSITION.is("review", given.values()) != initiated);
  }

  /**
   * The partners who do not agree with a change of the signed-off report, by name.
   *
   * @param scope the change
   */
  public List<String> againstChange(String caseReference, String scope) {
    return NAMES.entrySet().stream()
        .filter(
            partner ->
                latest(caseReference, scope, GIVE_CHANGE_VIEW, partner.getKey())
                    .filter(given -> CHANGE_VIEW.is("does-not-agree", given.values()))
                    .isPresent())
        .map(Map.Entry::getValue)
        .toList();
  }

  private void say(
      Map<String, Object> said,
      String caseReference,
      String item,
      FormName form,
      Question<String> question,
      Question<String> reasons,
      Map<String, Shown> each,
      Shown inWords) {
    StringBuilder words = new StringBuilder();
    NAMES.forEach(
        (partner, name) ->
            latest(caseReference, item, form, partner)
                .ifPresent(
                    given -> {
                      said.put(each.get(partner).key(), question.in(given.values()));
                      words.append(
                          "%s (%s): %s\n".formatted(name, given.by(), reasons.in(given.values())));
                    }));
    if (!words.isEmpty()) {
      said.put(inWords.key(), words.toString().strip());
    }
  }

  private Optional<FormAnswers> latest(
      String caseReference, String item, FormName form, String partner) {
    return answers.latest(
        caseReference,
        form.id(),
        item.isEmpty() ? CaseRecords.partnerScope(partner) : Scope.ofPartner(item, partner));
  }
}
