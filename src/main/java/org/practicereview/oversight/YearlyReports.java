package org.practicereview.oversight;

import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_NUMBER;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_TEXT;
import static org.practicereview.oversight.OversightQuestions.APPROVE_ACTION_PLAN;
import static org.practicereview.oversight.OversightQuestions.COMPLETE_CONTENTS;
import static org.practicereview.oversight.OversightQuestions.CONSIDER_ALTERNATIVE_REVIEW;
import static org.practicereview.oversight.OversightQuestions.DECIDE_SIGN_OFF;
import static org.practicereview.oversight.OversightQuestions.DECIDE_TO_INITIATE;
import static org.practicereview.oversight.OversightQuestions.PUBLISH_REPORT;
import static org.practicereview.oversight.OversightQuestions.RECORD_PANEL_RESPONSE;
import static org.practicereview.oversight.OversightQuestions.SCREEN_REFERRAL;
import static org.practicereview.oversight.OversightQuestions.SEND_RAPID_REVIEW;
import static org.practicereview.oversight.OversightQuestions.SUBMIT_NOTIFICATION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.actionplan.ActionState;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseReach;
import org.practicereview.learning.Themes;
import org.practicereview.oversight.Timeliness.Kept;
import org.practicereview.oversight.YearlyReport.Table;
import org.practicereview.partnership.OwnWords;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The part of a partnership's yearly report that the service knows: figures, and the record of what
 * was done about recommendations, with what difference it made and what does not move. It leaves
 * the partnership: no case is named, no small number is given, no report that is sealed or not
 * published is quoted.
 */
@Service
public class YearlyReports {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final int MOST_PLANS = 200;

  /** What is counted as done in a year, by the form with which someone did it. */
  private static final Map<String, String> DONE = new LinkedHashMap<>();

  static {
    DONE.put(SCREEN_REFERRAL.id(), "Referrals screened");
    DONE.put(SUBMIT_NOTIFICATION.id(), "Serious incident notifications made");
    DONE.put(SEND_RAPID_REVIEW.id(), "Rapid reviews sent to the Panel");
    DONE.put(RECORD_PANEL_RESPONSE.id(), "Replies of the Panel recorded");
    DONE.put(DECIDE_TO_INITIATE.id(), "Decisions whether to begin a review");
    DONE.put(CONSIDER_ALTERNATIVE_REVIEW.id(), "Alternative reviews considered");
    DONE.put(DECIDE_SIGN_OFF.id(), "Decisions on the sign-off of a report");
    DONE.put(PUBLISH_REPORT.id(), "Reports published");
    DONE.put(APPROVE_ACTION_PLAN.id(), "Action plans approved");
  }

  private final Timeliness timeliness;
  private final Recurring recurring;
  private final ActionPlans plans;
  private final NationalTable national;
  private final Themes themes;
  private final Partnerships partnerships;
  private final JdbcClient jdbc;
  private final Clock clock;

  YearlyReports(
      Timeliness timeliness,
      Recurring recurring,
      ActionPlans plans,
      NationalTable national,
      Themes themes,
      Partnerships partnerships,
      JdbcClient jdbc,
      Clock clock) {
    this.timeliness = timeliness;
    this.recurring = recurring;
    this.plans = plans;
    this.national = national;
    this.themes = themes;
    this.partnerships = partnerships;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Plan(String caseReference, boolean quotable) {}

  /** An action with what it answers. */
  private record Line(
      int review, boolean quotable, String number, String text, PlannedAction action) {}

  /**
   * The report of a year.
   *
   * @param id of the partnership
   */
  @Transactional(readOnly = true)
  public YearlyReport of(ReportYear year, String id, CaseReach reach) {
    Partnership partnership = partnerships.get(id);
    OwnWords words = partnership.words();
    List<Line> lines = lines(year, id);
    return new YearlyReport(
        partnership.name() + ": reviews in " + year.whole().name(),
        List.of(
            keptToTime(year, id, reach, words),
            done(year, id),
            themes(year, partnership, reach),
            actions(lines, partnership),
            national.of(year, partnership),
            notMoving(lines, partnership)));
  }

  private Table keptToTime(ReportYear year, String id, CaseReach reach, OwnWords words) {
    return new Table(
        "Kept to time",
        "Of what fell due in the year. A number below "
            + SmallNumbers.LEAST
            + " is not given, because a child might be recognised.",
        List.of("Date", "Rests on", "Due", "In time", "In time, per cent"),
        timeliness.of(year, id, reach).stream()
            .map(
                one -> {
                  Kept kept = one.year();
                  boolean given =
                      kept.judged() >= SmallNumbers.LEAST
                          && SmallNumbers.isGiven(kept.inTime())
                          && SmallNumbers.isGiven(kept.late());
                  return List.of(
                      words.in(one.rule().name()),
                      one.rule().citation(),
                      SmallNumbers.given(kept.judged()),
                      given ? kept.inTime() : "–",
                      given ? kept.percent() : "–");
                })
            .toList());
  }

  private Table done(ReportYear year, String id) {
    Map<String, Integer> counted = new HashMap<>();
    jdbc.sql(
            """
            select a.form, count(distinct a.case_reference) as cases from review.form_answers a
            join review.case_file f on f.reference = a.case_reference
            where f.partnership = :partnership and a.form in (:forms) and %s
              and a.given_at >= :from and a.given_at < :to group by a.form"""
                .formatted(CaseFile.IS_CASE))
        .param("partnership", id)
        .param("forms", DONE.keySet())
        .param("from", year.whole().from().atStartOfDay(LONDON).toOffsetDateTime())
        .param("to", year.after().whole().from().atStartOfDay(LONDON).toOffsetDateTime())
        .query(
            row -> {
              counted.put(row.getString("form"), row.getInt("cases"));
            });
    return new Table(
        "Decisions and steps",
        "In how many cases each was done in the year, and last if it was done more than once.",
        List.of("Step", "Cases"),
        DONE.entrySet().stream()
            .map(
                one ->
                    List.of(
                        one.getValue(), SmallNumbers.given(counted.getOrDefault(one.getKey(), 0))))
            .toList());
  }

  private Table themes(ReportYear year, Partnership partnership, CaseReach reach) {
    return new Table(
        "Themes",
        "In how many cases a theme was first named in the year, and in the year before.",
        List.of("Theme", year.whole().name(), year.before().whole().name()),
        recurring.themes(year, partnership.id(), reach).stream()
            .filter(one -> one.cases().get(0) + one.cases().get(1) > 0)
            .map(
                one ->
                    List.of(
                        themes.name(partnership, one.theme()),
                        SmallNumbers.given(one.cases().get(0)),
                        SmallNumbers.given(one.cases().get(1))))
            .toList());
  }

  /** The plans that were open in the year, or had something due in it. */
  private List<Line> lines(ReportYear year, String id) {
    List<Plan> all =
        jdbc.sql(
                """
                select distinct f.reference, f.opened_at,
                  case when exists (select 1 from review.published_item p
                      where p.case_reference = f.reference and p.kind = 'report'
                        and p.removed_at is null)
                    or not exists (select 1 from review.form_answers r
                      where r.case_reference = f.reference and r.form = :contents)
                    then 1 else 0 end as quotable
                from review.plan_action a join review.case_file f on f.reference = a.case_reference
                where f.partnership = :partnership and a.state <> 'PLANNED' and %s
                  and (a.due_on between :from and :to
                    or a.due_on < :from and a.state not in ('COMPLETE', 'CARRIED_OVER'))
                  and not exists (select 1 from review.seal s where s.case_reference = f.reference)
                order by f.opened_at, f.reference fetch first :most rows only"""
                    .formatted(CaseFile.IS_CASE))
            .param("partnership", id)
            .param("from", year.whole().from())
            .param("to", year.whole().to())
            .param("most", MOST_PLANS)
            .param("contents", COMPLETE_CONTENTS.id())
            .query(
                (row, number) -> new Plan(row.getString("reference"), row.getInt("quotable") == 1))
            .list();
    List<Line> lines = new ArrayList<>();
    int review = 0;
    for (Plan plan : all) {
      review++;
      Map<String, String> texts = new HashMap<>();
      plans
          .recommendations(plan.caseReference())
          .forEach(row -> texts.put(RECOMMENDATION_NUMBER.in(row), RECOMMENDATION_TEXT.in(row)));
      for (PlannedAction action : plans.of(plan.caseReference())) {
        lines.add(
            new Line(
                review,
                plan.quotable(),
                action.recommendation(),
                texts.getOrDefault(action.recommendation(), ""),
                action));
      }
    }
    return lines;
  }

  private static Table actions(List<Line> lines, Partnership partnership) {
    return new Table(
        "Recommendations and actions",
        "Reviews are numbered in this report alone. Read the words before you publish them.",
        List.of(
            "Review",
            "From",
            "Recommendation",
            "Action",
            "Led by",
            "Due",
            "State",
            "What difference it made to children"),
        lines.stream().map(line -> row(line, partnership)).toList());
  }

  private static List<?> row(Line line, Partnership partnership) {
    PlannedAction action = line.action();
    return List.of(
        line.review(),
        kind(line.number()),
        line.quotable() ? line.text() : "Not given: the report is not published",
        line.quotable() ? action.text() : "Not given: the report is not published",
        partnership.agencyName(action.leadAgency()),
        action.dueOn() == null ? "" : DAY.format(action.dueOn()),
        action.state().words(),
        !line.quotable() || action.impact().isBlank() ? "Not said" : action.impact());
  }

  /** Where a recommendation comes from, by how it is numbered. */
  private static String kind(String number) {
    return switch (number.isEmpty() ? ' ' : number.charAt(0)) {
      case 'N' -> "National review";
      case 'P' -> "Policy to change";
      case 'L' -> "Follow-up of learning";
      default -> "Local review";
    };
  }

  private Table notMoving(List<Line> lines, Partnership partnership) {
    LocalDate today = LocalDate.now(clock);
    return new Table(
        "What is not moving",
        "Actions that are late, were sent back, or were carried over.",
        List.of("Review", "Action", "Led by", "Due", "State", "Why, as was last said"),
        lines.stream()
            .filter(
                line ->
                    line.action().isOverdue(today)
                        || line.action().state() == ActionState.RETURNED
                        || line.action().state() == ActionState.CARRIED_OVER)
            .map(
                line ->
                    List.of(
                        line.review(),
                        line.quotable() ? line.action().text() : "Not given",
                        partnership.agencyName(line.action().leadAgency()),
                        line.action().dueOn() == null ? "" : DAY.format(line.action().dueOn()),
                        line.action().state().words(),
                        line.quotable() ? why(line.action()) : "Not given"))
            .toList());
  }

  private static String why(PlannedAction action) {
    return action.remarks().isBlank() ? action.progress() : action.remarks();
  }
}
