package org.practicereview.learning;

import static org.practicereview.actionplan.PlanQuestions.ACTIONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_RECOMMENDATION;
import static org.practicereview.actionplan.PlanQuestions.ACTION_THEMES;
import static org.practicereview.actionplan.PlanQuestions.AGREE_ACTION_PLAN;
import static org.practicereview.actionplan.PlanQuestions.COMPLETE_CONTENTS;
import static org.practicereview.actionplan.PlanQuestions.CONSIDER_ALTERNATIVE_REVIEW;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATIONS;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_NUMBER;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_THEMES;
import static org.practicereview.learning.LearningQuestions.BRIEF_THEMES;
import static org.practicereview.learning.LearningQuestions.COMPLETE_AGENCY_RETURN;
import static org.practicereview.learning.LearningQuestions.FINDING_THEMES;
import static org.practicereview.learning.LearningQuestions.LEARNING_THEMES;
import static org.practicereview.learning.LearningQuestions.LOG_EARLY_LEARNING;
import static org.practicereview.learning.LearningQuestions.RETURN_THEMES;
import static org.practicereview.learning.LearningQuestions.SHARE_EARLY_LEARNING;
import static org.practicereview.learning.LearningQuestions.SHARE_EARLY_LEARNING_POINT;
import static org.practicereview.learning.LearningQuestions.WRITE_LEARNING_BRIEF;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.casefile.AnswersKept;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.FormName;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps which themes were given to what in a case, in the transaction that stores the answers, so
 * that no one has to read the answers of all cases to find a theme again.
 */
@Component
class CaseThemes {

  private static final String ALL = "*";

  /** Forms with which a point of early learning is written down, or read before it is shared. */
  private static final List<FormName> EARLY_LEARNING =
      List.of(LOG_EARLY_LEARNING, SHARE_EARLY_LEARNING, SHARE_EARLY_LEARNING_POINT);

  private final JdbcClient jdbc;
  private final Clock clock;

  CaseThemes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a theme was given to. */
  enum Given {
    /** The case itself, in the report of the rapid review. */
    FINDING,
    /** The case, as an agency sees it. */
    RETURN,
    /** A recommendation; the item is its number. */
    RECOMMENDATION,
    /** An action of the plan; the item is its code. */
    ACTION,
    /** A point of early learning; the item tells points apart. */
    EARLY_LEARNING,
    /** The learning brief. */
    BRIEF
  }

  /** Takes up what answers say of themes, if they say anything. */
  @EventListener
  void kept(AnswersKept kept) {
    FormAnswers given = kept.given();
    Map<String, Object> values = given.values();
    String caseReference = given.caseReference();
    if (FINDING_THEMES.isAnsweredIn(values)) {
      replace(caseReference, Given.FINDING, "", Map.of("", FINDING_THEMES.in(values)));
    } else if (COMPLETE_AGENCY_RETURN.is(given.form())) {
      String agency = given.scope();
      replace(caseReference, Given.RETURN, agency, Map.of(agency, RETURN_THEMES.in(values)));
    } else if (EARLY_LEARNING.stream().anyMatch(form -> form.is(given.form()))) {
      String point = given.scope();
      replace(
          caseReference, Given.EARLY_LEARNING, point, Map.of(point, LEARNING_THEMES.in(values)));
    } else if (WRITE_LEARNING_BRIEF.is(given.form())) {
      replace(caseReference, Given.BRIEF, "", Map.of("", BRIEF_THEMES.in(values)));
    } else if (AGREE_ACTION_PLAN.is(given.form())) {
      replace(caseReference, Given.ACTION, ALL, actions(given));
    } else if (COMPLETE_CONTENTS.is(given.form()) || CONSIDER_ALTERNATIVE_REVIEW.is(given.form())) {
      Map<String, Collection<String>> themes = new LinkedHashMap<>();
      RECOMMENDATIONS
          .in(values)
          .forEach(row -> themes.put(RECOMMENDATION_NUMBER.in(row), RECOMMENDATION_THEMES.in(row)));
      replace(caseReference, Given.RECOMMENDATION, ALL, themes);
    }
  }

  /** Takes up the themes of the recommendations of a national review, by their numbers here. */
  void recommended(String reference, Map<String, List<String>> numbers) {
    replace(reference, Given.RECOMMENDATION, ALL, new LinkedHashMap<>(numbers));
  }

  /** An action without themes of its own has those of the recommendation that it answers. */
  private Map<String, Collection<String>> actions(FormAnswers given) {
    Map<String, Collection<String>> themes = new LinkedHashMap<>();
    Map<String, Set<String>> recommended = recommended(given.caseReference());
    int number = 0;
    for (Map<String, Object> row : ACTIONS.in(given.values())) {
      List<String> own = ACTION_THEMES.in(row);
      themes.put(
          ActionPlans.code(++number),
          own.isEmpty() ? recommended.getOrDefault(ACTION_RECOMMENDATION.in(row), Set.of()) : own);
    }
    return themes;
  }

  private Map<String, Set<String>> recommended(String caseReference) {
    Map<String, Set<String>> themes = new HashMap<>();
    jdbc.sql("select item, theme from review.case_theme where case_reference = ? and kind = ?")
        .params(caseReference, Given.RECOMMENDATION.name())
        .query(
            row -> {
              themes
                  .computeIfAbsent(row.getString("item"), item -> new LinkedHashSet<>())
                  .add(row.getString("theme"));
            });
    return themes;
  }

  /**
   * Puts themes in the place of those that were given before; the day on which one was given first
   * stays.
   *
   * @param item what the themes were given to, or {@link #ALL} of that kind
   */
  private void replace(
      String caseReference, Given kind, String item, Map<String, Collection<String>> themes) {
    Map<List<String>, LocalDate> before = new HashMap<>();
    jdbc.sql(
            """
            select item, theme, given_on from review.case_theme
            where case_reference = ? and kind = ?""")
        .params(caseReference, kind.name())
        .query(
            row -> {
              before.put(
                  List.of(row.getString("item"), row.getString("theme")),
                  row.getObject("given_on", LocalDate.class));
            });
    jdbc.sql(
            "delete from review.case_theme where case_reference = :case and kind = :kind"
                + (item.equals(ALL) ? "" : " and item = :item"))
        .param("case", caseReference)
        .param("kind", kind.name())
        .params(item.equals(ALL) ? Map.of() : Map.of("item", item))
        .update();
    LocalDate today = LocalDate.now(clock);
    themes.forEach(
        (of, codes) ->
            codes.stream()
                .distinct()
                .filter(code -> !code.equals(Themes.NONE))
                .forEach(
                    code ->
                        jdbc.sql("insert into review.case_theme values (?, ?, ?, ?, ?)")
                            .params(
                                caseReference,
                                kind.name(),
                                of,
                                code,
                                before.getOrDefault(List.of(of, code), today))
                            .update()));
  }
}
