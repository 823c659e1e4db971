package org.practicereview.agencies;

import static org.practicereview.agencies.AgencyQuestions.AGENCIES_INVOLVED;
import static org.practicereview.agencies.AgencyQuestions.COMPLETE_AGENCY_RETURN;
import static org.practicereview.agencies.AgencyQuestions.GOOD_PRACTICE;
import static org.practicereview.agencies.AgencyQuestions.IMPROVEMENTS_VIEW;
import static org.practicereview.agencies.AgencyQuestions.INVOLVEMENT_SUMMARY;
import static org.practicereview.agencies.AgencyQuestions.JOINT_WORKING_CONCERNS;
import static org.practicereview.agencies.AgencyQuestions.LIVED_EXPERIENCE;
import static org.practicereview.agencies.AgencyQuestions.MISSING_AGENCY;
import static org.practicereview.agencies.AgencyQuestions.MISSING_RETURNS;
import static org.practicereview.agencies.AgencyQuestions.RECURRENT_THEMES_VIEW;
import static org.practicereview.agencies.AgencyQuestions.RETURNS_IN_WORDS;
import static org.practicereview.agencies.AgencyQuestions.SINGLE_AGENCY_CONCERNS;
import static org.practicereview.agencies.AgencyQuestions.WORKING_TOGETHER_VIEW;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.forms.Question;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * What the report of a rapid review need not be told: which agencies were involved, whose return
 * came, came late or did not come, and what the returns say, side by side to draw on.
 */
@Component
class ReturnsKnown implements MoreFacts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /** How much of the returns a form can show; the case page has all of it. */
  private static final int MOST = 18_000;

  /** Of one answer. */
  private static final int MOST_OF_ONE = 1500;

  private static final Map<Question<String>, String> ANSWERS = new LinkedHashMap<>();

  static {
    ANSWERS.put(INVOLVEMENT_SUMMARY, "Involvement");
    ANSWERS.put(LIVED_EXPERIENCE, "The child's lived experience and voice");
    ANSWERS.put(GOOD_PRACTICE, "Good practice");
    ANSWERS.put(SINGLE_AGENCY_CONCERNS, "Concerns about its own work");
    ANSWERS.put(JOINT_WORKING_CONCERNS, "Concerns about how agencies worked together");
    ANSWERS.put(IMPROVEMENTS_VIEW, "What must be improved");
    ANSWERS.put(RECURRENT_THEMES_VIEW, "Themes that come back");
    ANSWERS.put(WORKING_TOGETHER_VIEW, "Two or more organisations working together");
  }

  private final CaseAgencies agencies;
  private final CaseFiles cases;
  private final Answers answers;
  private final Partnerships partnerships;

  ReturnsKnown(CaseAgencies agencies, CaseFiles cases, Answers answers, Partnerships partnerships) {
    this.agencies = agencies;
    this.cases = cases;
    this.answers = answers;
    this.partnerships = partnerships;
  }

  @Override
  public Set<String> keys() {
    return Set.of(AGENCIES_INVOLVED.key(), MISSING_RETURNS.key(), RETURNS_IN_WORDS.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    List<CaseAgency> asked = agencies.of(caseReference);
    if (asked.isEmpty()) {
      return Map.of();
    }
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    Map<String, Object> known = new LinkedHashMap<>();
    known.put(
        AGENCIES_INVOLVED.key(),
        asked.stream()
            .filter(CaseAgency::isInvolved)
            .map(one -> name(partnership, one))
            .collect(Collectors.joining("\n")));
    List<Map<String, String>> missing =
        asked.stream()
            .filter(one -> !one.hasAnswered())
            .map(one -> Map.of(MISSING_AGENCY.key(), name(partnership, one)))
            .toList();
    if (!missing.isEmpty()) {
      known.put(MISSING_RETURNS.key(), missing);
    }
    int most = Math.min(MOST_OF_ONE, MOST / (asked.size() * ANSWERS.size()));
    known.put(
        RETURNS_IN_WORDS.key(),
        asked.stream()
            .map(one -> inWords(partnership, one, most))
            .collect(Collectors.joining("\n\n")));
    return known;
  }

  private String inWords(Partnership partnership, CaseAgency asked, int most) {
    return name(partnership, asked).toUpperCase(Locale.UK)
        + "\n"
        + state(asked)
        + said(asked, most);
  }

  private static String state(CaseAgency asked) {
    String due = asked.dueOn() == null ? "" : ", due on " + day(asked.dueOn());
    return switch (asked.state()) {
      case NOT_INVOLVED -> "Was not involved.";
      case RETURNED -> "Its return came on " + day(asked.answeredOn()) + due + ".";
      case RETURNED_LATE -> "Its return came late, on " + day(asked.answeredOn()) + due + ".";
      default -> "Its return has not come. It was asked on " + day(asked.askedOn()) + due + ".";
    };
  }

  private String said(CaseAgency asked, int most) {
    return answers
        .latest(asked.caseReference(), COMPLETE_AGENCY_RETURN.id(), asked.agency())
        .map(
            given ->
                ANSWERS.entrySet().stream()
                    .filter(one -> !one.getKey().in(given.values()).isBlank())
                    .map(
                        one ->
                            "\n"
                                + one.getValue()
                                + ": "
                                + cut(one.getKey().in(given.values()), most))
                    .collect(Collectors.joining()))
        .orElse("");
  }

  private static String cut(String said, int most) {
    String plain = said.strip();
    return plain.length() <= most
        ? plain
        : plain.substring(0, most).strip() + " … (more on the page of the case)";
  }

  private static String name(Partnership partnership, CaseAgency asked) {
    return partnership.agency(asked.agency()).name();
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }
}
