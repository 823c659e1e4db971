package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.MEMBERS_NOT_WAITED_FOR;
import static org.practicereview.reviewteam.TeamQuestions.MEMBERS_ON_PUBLICATION;
import static org.practicereview.reviewteam.TeamQuestions.PUBLICATION_AGENCY_PLANS;
import static org.practicereview.reviewteam.TeamQuestions.PUBLICATION_BURDEN;
import static org.practicereview.reviewteam.TeamQuestions.PUBLICATION_CLEAR_DATES;
import static org.practicereview.reviewteam.TeamQuestions.SAY_FOR_PUBLICATION;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.FormDemand;
import org.practicereview.forms.MoreFacts;
import org.practicereview.reviewteam.TeamMembers.Member;
import org.springframework.stereotype.Component;

/**
 * The members share in the planning of publication: whoever plans sees what each of them says, and
 * says why not where one has not been waited for.
 */
@Component
class MembersOnPublication implements FormDemand, MoreFacts {

  private final Answers answers;
  private final TeamMembers team;

  MembersOnPublication(Answers answers, TeamMembers team) {
    this.answers = answers;
    this.team = team;
  }

  @Override
  public String name() {
    return "membersHeard";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> given) {
    String missing =
        team.present(caseReference).stream()
            .filter(member -> said(caseReference, member).isEmpty())
            .map(Member::agencyName)
            .sorted()
            .collect(Collectors.joining(", "));
    return missing.isEmpty() || !MEMBERS_NOT_WAITED_FOR.in(given).isBlank()
        ? Map.of()
        : Map.of(
            MEMBERS_NOT_WAITED_FOR.key(),
            "wait for what the members say, or say why you cannot; missing: " + missing);
  }

  @Override
  public Set<String> keys() {
    return Set.of(MEMBERS_ON_PUBLICATION.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty() || !scope.isEmpty()) {
      return Map.of();
    }
    String all =
        team.present(caseReference).stream()
            .map(
                member ->
                    member.agencyName()
                        + ": "
                        + (said(caseReference, member).isEmpty()
                            ? "has not answered yet."
                            : String.join(" ", said(caseReference, member))))
            .collect(Collectors.joining("\n\n"));
    return Map.of(MEMBERS_ON_PUBLICATION.key(), all);
  }

  private List<String> said(String caseReference, Member member) {
    return answers
        .latest(caseReference, SAY_FOR_PUBLICATION.id(), member.agency())
        .map(FormAnswers::values)
        .map(
            values ->
                Stream.of(PUBLICATION_BURDEN, PUBLICATION_CLEAR_DATES, PUBLICATION_AGENCY_PLANS)
                    .map(question -> question.in(values))
                    .filter(text -> !text.isBlank())
                    .toList())
        .orElse(List.of());
  }
}
