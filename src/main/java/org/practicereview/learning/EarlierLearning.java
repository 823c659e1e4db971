package org.practicereview.learning;

import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_NUMBER;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_TEXT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.partnership.Partnerships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Whether something has been found before: other cases of the same partnership that have a theme of
 * this one, what they recommended, what was done and what difference it made. A case whose report
 * is sealed is never found.
 */
@Service
public class EarlierLearning {

  /** More would be read by no one. */
  private static final int MOST = 20;

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final ActionPlans plans;
  private final Themes themes;
  private final Partnerships partnerships;

  EarlierLearning(
      JdbcClient jdbc,
      CaseFiles cases,
      ActionPlans plans,
      Themes themes,
      Partnerships partnerships) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.plans = plans;
    this.themes = themes;
    this.partnerships = partnerships;
  }

  /**
   * An earlier case.
   *
   * @param openedOn when it was opened
   * @param themes names of the themes that both cases have
   * @param recommendations those with such a theme; all of them where none has one
   */
  public record Earlier(
      String caseReference,
      LocalDate openedOn,
      List<String> themes,
      List<Recommended> recommendations) {

    /** Actions that answer these recommendations. */
    public List<PlannedAction> actions() {
      return recommendations.stream().flatMap(one -> one.actions().stream()).toList();
    }
  }

  /** A recommendation of an earlier case, and what came of it. */
  public record Recommended(String number, String text, List<PlannedAction> actions) {}

  private record Found(String caseReference, LocalDate openedOn, Set<String> themes) {}

  /** The themes of a case: of its findings, of the returns of its agencies, of early learning. */
  public Set<String> themesOf(String caseReference) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select distinct theme from review.case_theme where case_reference = ?
                  and kind in ('FINDING', 'RETURN', 'EARLY_LEARNING')""")
            .param(caseReference)
            .query(String.class)
            .list());
  }

  /** References of the cases that have one of these themes, those with most of them first. */
  public List<String> references(String caseReference, Collection<String> codes) {
    return find(caseReference, codes).stream().map(Found::caseReference).toList();
  }

  /** The same with what they recommended and what came of it, as far as a page can show. */
  public List<Earlier> of(String caseReference, Collection<String> codes) {
    return find(caseReference, codes).stream().limit(MOST).map(this::read).toList();
  }

  private List<Found> find(String caseReference, Collection<String> codes) {
    if (codes.isEmpty()) {
      return List.of();
    }
    Map<String, Found> byCase = new LinkedHashMap<>();
    jdbc.sql(
            """
            select distinct t.case_reference, f.opened_at, t.theme from review.case_theme t
            join review.case_file f on f.reference = t.case_reference
            where f.partnership = :partnership and f.reference <> :case and t.theme in (:codes)
              and %s
              and not exists (select 1 from review.seal s where s.case_reference = f.reference)
            order by f.opened_at desc, t.case_reference, t.theme"""
                .formatted(CaseFile.IS_CASE))
        .param("partnership", cases.get(caseReference).partnership())
        .param("case", caseReference)
        .param("codes", codes)
        .query(
            row -> {
              String reference = row.getString("case_reference");
              LocalDate opened = row.getObject("opened_at", OffsetDateTime.class).toLocalDate();
              byCase
                  .computeIfAbsent(reference, one -> new Found(one, opened, new TreeSet<>()))
                  .themes()
                  .add(row.getString("theme"));
            });
    return byCase.values().stream()
        .sorted(Comparator.comparing(found -> -found.themes().size()))
        .toList();
  }

  private Earlier read(Found found) {
    CaseFile caseFile = cases.get(found.caseReference());
    Set<String> numbers =
        new TreeSet<>(
            jdbc.sql(
                    """
                    select item from review.case_theme where case_reference = :case
                      and kind = 'RECOMMENDATION' and theme in (:codes)""")
                .param("case", found.caseReference())
                .param("codes", found.themes())
                .query(String.class)
                .list());
    Map<String, List<PlannedAction>> actions = new TreeMap<>();
    plans
        .of(found.caseReference())
        .forEach(
            action ->
                actions.merge(
                    action.recommendation(),
                    List.of(action),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
    List<Recommended> recommendations =
        plans.recommendations(found.caseReference()).stream()
            .filter(row -> numbers.isEmpty() || numbers.contains(RECOMMENDATION_NUMBER.in(row)))
            .map(
                row ->
                    new Recommended(
                        RECOMMENDATION_NUMBER.in(row),
                        RECOMMENDATION_TEXT.in(row),
                        actions.getOrDefault(RECOMMENDATION_NUMBER.in(row), List.of())))
            .toList();
    return new Earlier(
        found.caseReference(),
        found.openedOn(),
        found.themes().stream()
            .map(code -> themes.name(partnerships.get(caseFile.partnership()), code))
            .toList(),
        recommendations);
  }
}
