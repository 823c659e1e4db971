package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.ASSURE_QUALITY;
import static org.practicereview.report.ReportQuestions.COMMENTS_SAID;
import static org.practicereview.report.ReportQuestions.COMMENT_ANSWERS;
import static org.practicereview.report.ReportQuestions.DECIDE_SIGN_OFF;
import static org.practicereview.report.ReportQuestions.DRAFT_CHANGES_WANTED;
import static org.practicereview.report.ReportQuestions.DRAFT_NUMBER;
import static org.practicereview.report.ReportQuestions.DRAFT_RETURNED_BECAUSE;
import static org.practicereview.report.ReportQuestions.DRAFT_SOURCES_KNOWN;
import static org.practicereview.report.ReportQuestions.FACTUAL_ACCURACY_BY;
import static org.practicereview.report.ReportQuestions.NAMES_FOUND;
import static org.practicereview.report.ReportQuestions.QUALITY_REASONS;
import static org.practicereview.report.ReportQuestions.QUALITY_SAID_BEFORE;
import static org.practicereview.report.ReportQuestions.RECORD_TEAM_OUTCOME;
import static org.practicereview.report.ReportQuestions.SIGN_OFF_RETURN_REASONS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.report.Drafts;
import org.practicereview.report.NameSearch;
import org.practicereview.report.QualityCheck;
import org.springframework.stereotype.Component;

/**
 * What the forms of the report show: the number of the draft, what the search for names found, the
 * comments that wait for an answer, and what the executive can decide.
 */
@Component
class ReportFacts implements MoreFacts {

  /** The reasons for a return, by the form that returns a draft. */
  private static final Map<String, String> RETURNS =
      Map.of(
          RECORD_TEAM_OUTCOME.id(), DRAFT_CHANGES_WANTED.key(),
          ASSURE_QUALITY.id(), QUALITY_REASONS.key(),
          DECIDE_SIGN_OFF.id(), SIGN_OFF_RETURN_REASONS.key());

  private final Answers answers;
  private final Drafts drafts;
  private final NameSearch names;
  private final Comments comments;
  private final DraftSources sources;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  ReportFacts(
      Answers answers,
      Drafts drafts,
      NameSearch names,
      Comments comments,
      DraftSources sources,
      CaseFiles cases,
      Partnerships partnerships) {
    this.answers = answers;
    this.drafts = drafts;
    this.names = names;
    this.comments = comments;
    this.sources = sources;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        DRAFT_SOURCES_KNOWN.key(),
        DRAFT_NUMBER.key(),
        NAMES_FOUND.key(),
        COMMENT_ANSWERS.key(),
        COMMENTS_SAID.key(),
        QUALITY_SAID_BEFORE.key(),
        "signOffChoices",
        FACTUAL_ACCURACY_BY.key(),
        DRAFT_RETURNED_BECAUSE.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(DRAFT_SOURCES_KNOWN.key(), sources.inWords(caseReference));
    List<Document> all = drafts.of(caseReference);
    if (all.isEmpty()) {
      return facts;
    }
    facts.put(DRAFT_NUMBER.key(), all.size());
    facts.put(NAMES_FOUND.key(), names.of(caseReference).sentence());
    facts.put(COMMENT_ANSWERS.key(), comments.toAnswer(caseReference));
    if (!scope.isEmpty()) {
      facts.put(COMMENTS_SAID.key(), comments.saidBy(caseReference, scope));
      facts.put(QUALITY_SAID_BEFORE.key(), comments.ofQualityBefore(caseReference, scope));
    }
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    facts.put("signOffChoices", choices(partnership));
    facts.put(FACTUAL_ACCURACY_BY.key(), whoChecks(partnership));
    returnedBecause(caseReference).ifPresent(why -> facts.put(DRAFT_RETURNED_BECAUSE.key(), why));
    return facts;
  }

  /** Who checks the facts where the profile is silent: the agencies. */
  private static String whoChecks(Partnership partnership) {
    return partnership.setting("factualAccuracyBy").equals("practitioners")
        ? "practitioners"
        : "agencies";
  }

  /** Why another draft is asked for: the reasons of the body that decided last. */
  private Optional<String> returnedBecause(String caseReference) {
    return answers.of(caseReference).stream()
        .filter(given -> RETURNS.containsKey(given.form()))
        .reduce((earlier, later) -> later)
        .filter(given -> given.values().get(RETURNS.get(given.form())) != null)
        .map(ReportFacts::reasons);
  }

  /** The reasons that were written, and what quality assurance answered with no. */
  private static String reasons(FormAnswers given) {
    String written = String.valueOf(given.values().get(RETURNS.get(given.form())));
    return ASSURE_QUALITY.is(given.form())
        ? Stream.concat(
                Stream.of(written),
                Arrays.stream(QualityCheck.values())
                    .filter(check -> check.asked().is("no", given.values()))
                    .map(check -> check.inWords(given.values())))
            .collect(Collectors.joining("\n"))
        : written;
  }

  private static List<Map<String, String>> choices(Partnership partnership) {
    List<Map<String, String>> choices = new ArrayList<>();
    choices.add(Map.of("value", "sign-off", "label", "Sign off the report"));
    choices.add(Map.of("value", "return", "label", "Return it to be changed"));
    if (partnership.option("nonPublicationRoute")) {
      choices.add(
          Map.of("value", "ask-not-to-publish", "label", "Sign it off and ask not to publish it"));
    }
    return choices;
  }
}
