package org.practicereview.learning;

import static org.practicereview.actionplan.PlanQuestions.CONSIDERED_FINDINGS;
import static org.practicereview.actionplan.PlanQuestions.CONSIDER_NATIONAL_FINDINGS;
import static org.practicereview.actionplan.PlanQuestions.FINDING_REASONS;
import static org.practicereview.actionplan.PlanQuestions.FINDING_VIEW;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.AskedAndAnswered;
import org.practicereview.forms.DeployedForms;
import org.practicereview.forms.FormField;
import org.practicereview.learning.NationalAnswer.Line;
import org.practicereview.learning.NationalReviewEntry.Recommended;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What partnerships answer to national reviews: what they decided, and how far actions are. */
@Service
public class NationalAnswers {

  /** More would be read by no one. */
  private static final int MOST = 60;

  /** Of each partnership. */
  private static final int MOST_LINES = 500;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final String ACTIONS =
      """
      (select count(*) from review.plan_action p where p.case_reference = l.reference
        and p.recommendation = l.code %s) as %s""";

  private static final String LINES =
      "select l.*, "
          + ACTIONS.formatted("", "answering")
          + ", "
          + ACTIONS.formatted("and p.state = 'COMPLETE'", "complete")
          + ", "
          + ACTIONS.formatted("and p.impact_said", "impact")
          + ", "
          + ACTIONS.formatted(
              "and p.due_on < :today and p.state not in ('PLANNED', 'COMPLETE', 'CARRIED_OVER')",
              "late")
          + """
           from (select f.partnership, a.case_reference as reference, r.title, r.published_on,
              r.number as review_number, c.place, c.number, c.theme_codes,
              case when exists (select 1 from review.form_answers g
                where g.case_reference = a.case_reference and g.form = :considered)
                then 1 else 0 end as decided,
              row_number() over (partition by f.partnership
                order by r.published_on desc, r.number desc, a.case_reference, c.place) as nth,
              'N' || cast((select count(*) from review.national_recommendation x
                where x.review = c.review and x.local and x.place <= c.place)
                as varchar(10)) as code
            from review.national_answer a join review.national_review r on r.id = a.review
            join review.case_file f on f.reference = a.case_reference
            join review.national_recommendation c on c.review = r.id and c.local
            where f.partnership in (:partnerships)) l
          where l.nth <= :most
          order by l.published_on desc, l.review_number desc, l.reference, l.place""";

  private final JdbcClient jdbc;
  private final NationalRows rows;
  private final CaseFiles cases;
  private final Answers answers;
  private final ActionPlans plans;
  private final DeployedForms forms;
  private final Partnerships partnerships;
  private final Clock clock;

  NationalAnswers(
      JdbcClient jdbc,
      NationalRows rows,
      CaseFiles cases,
      Answers answers,
      ActionPlans plans,
      DeployedForms forms,
      Partnerships partnerships,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.cases = cases;
    this.answers = answers;
    this.plans = plans;
    this.forms = forms;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /**
   * The recommendations to some partnerships and how far they are, in one statement; those of the
   * review that was published last first.
   */
  @Transactional(readOnly = true)
  public List<NationalLine> lines(List<String> partnerships) {
    return jdbc.sql(LINES)
        .param("partnerships", partnerships)
        .param("considered", CONSIDER_NATIONAL_FINDINGS.id())
        .param("today", LocalDate.now(clock))
        .param("most", MOST_LINES)
        .query(NationalAnswers::line)
        .list();
  }

  private static NationalLine line(ResultSet row, int number) throws SQLException {
    return new NationalLine(
        row.getString("partnership"),
        row.getString("reference"),
        new NationalLine.Published(
            row.getString("title"), row.getObject("published_on", LocalDate.class)),
        row.getString("number"),
        Arrays.asList(row.getString("theme_codes").split(",")),
        row.getInt("decided") == 1,
        new NationalLine.Done(
            row.getInt("answering"),
            row.getInt("complete"),
            row.getInt("impact"),
            row.getInt("late")));
  }

  /** The answers of a partnership, to the review that was published last first. */
  @Transactional(readOnly = true)
  public List<NationalAnswer> of(String partnership) {
    return jdbc
        .sql(
            """
            select a.case_reference from review.national_answer a
            join review.national_review r on r.id = a.review
            join review.case_file f on f.reference = a.case_reference
            where f.partnership = :partnership
            order by r.published_on desc, r.number desc fetch first :most rows only""")
        .param("partnership", partnership)
        .param("most", MOST)
        .query(String.class)
        .list()
        .stream()
        .map(this::in)
        .toList();
  }

  /**
   * The answer in a file.
   *
   * @throws org.practicereview.refusals.NotThere if the file answers no national review
   */
  @Transactional(readOnly = true)
  public NationalAnswer in(String reference) {
    NationalReview review = rows.of(reference);
    CaseFile file = cases.get(reference);
    Optional<FormAnswers> given = answers.latest(reference, CONSIDER_NATIONAL_FINDINGS.id(), "");
    List<Map<String, Object>> considered =
        given.map(one -> CONSIDERED_FINDINGS.in(one.values())).orElse(List.of());
    List<PlannedAction> actions = plans.of(reference);
    List<Line> lines = new ArrayList<>();
    int local = 0;
    for (Recommended one : review.recommendations()) {
      if (!one.isLocal()) {
        lines.add(new Line(one, "", "", List.of()));
        continue;
      }
      String number = "N" + ++local;
      Map<String, Object> said = considered.size() < local ? Map.of() : considered.get(local - 1);
      lines.add(
          new Line(
              one,
              said.isEmpty() ? "" : view(given.orElseThrow(), said, file.partnership()),
              said.isEmpty() ? "" : FINDING_REASONS.in(said),
              actions.stream().filter(action -> action.recommendation().equals(number)).toList()));
    }
    return new NationalAnswer(
        review, reference, file.isOpen(), day(file.closedAt()), List.copyOf(lines));
  }

  /** What was chosen, as the form said it when it was answered. */
  private String view(FormAnswers given, Map<String, Object> row, String partnershipId) {
    Partnership partnership = partnerships.get(partnershipId);
    AskedAndAnswered asked = new AskedAndAnswered(partnership.words()::in, partnership::agencyName);
    Object chosen = row.get(FINDING_VIEW.key());
    return forms.version(given.form(), given.formVersion()).stream()
        .flatMap(form -> form.questions().stream())
        .filter(question -> question.key().equals(CONSIDERED_FINDINGS.key()))
        .flatMap((FormField question) -> question.rows().stream())
        .filter(question -> question.key().equals(FINDING_VIEW.key()))
        .flatMap(question -> asked.line(question, chosen).stream())
        .map(AskedAndAnswered.Line::answer)
        .findFirst()
        .orElse(String.valueOf(chosen));
  }

  private static LocalDate day(Instant at) {
    return at == null ? null : at.atZone(LONDON).toLocalDate();
  }
}
