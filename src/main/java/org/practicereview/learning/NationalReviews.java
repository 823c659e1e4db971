package org.practicereview.learning;

import static org.practicereview.actionplan.PlanQuestions.CONSIDER_NATIONAL_FINDINGS;
import static org.practicereview.actionplan.PlanQuestions.FINDING_TEXT;
import static org.practicereview.actionplan.PlanQuestions.NATIONAL_FINDINGS;
import static org.practicereview.actionplan.PlanQuestions.RECORD_NATIONAL_FINDINGS;
import static org.practicereview.learning.LearningQuestions.NATIONAL_FINDINGS_RECEIVED_ON;
import static org.practicereview.learning.LearningQuestions.NATIONAL_FINDINGS_SUMMARY;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.learning.NationalReviewEntry.Recommended;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * National reviews, entered once: each partnership gets a file in which it says what the
 * recommendations to local partnerships mean here, and carries out its actions. Source: Working
 * Together 2023, chapter 5: partners take account of the findings of national reviews.
 */
@Service
public class NationalReviews {

  private static final String STEP = "nationalReview";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final Answers answers;
  private final CaseThemes caseThemes;
  private final Themes themes;
  private final NationalRows rows;
  private final NationalAnswerBegins begins;
  private final Partnerships partnerships;
  private final AuditTrail audit;
  private final Clock clock;

  NationalReviews(
      JdbcClient jdbc,
      CaseFiles cases,
      Answers answers,
      CaseThemes caseThemes,
      Themes themes,
      NationalRows rows,
      NationalAnswerBegins begins,
      Partnerships partnerships,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.answers = answers;
    this.caseThemes = caseThemes;
    this.themes = themes;
    this.rows = rows;
    this.begins = begins;
    this.partnerships = partnerships;
    this.audit = audit;
    this.clock = clock;
  }

  /** The themes that a recommendation can have, as a partnership names them, by their codes. */
  public Map<String, String> themeChoices(String partnership) {
    return themes.choices(partnerships.get(partnership)).stream()
        .collect(
            Collectors.toMap(
                choice -> choice.get("value"),
                choice -> choice.get("label"),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  /** What is wrong with an entry, by the id of its field. */
  public Map<String, String> problems(NationalReviewEntry entry, String partnership) {
    return entry.problems(LocalDate.now(clock), themeChoices(partnership).keySet());
  }

  /**
   * Enters a national review and opens for each partnership the file in which it answers.
   *
   * @param partnership id of the one that enters it
   * @throws Refused if something is missing or wrong, or the review is there already
   */
  @Transactional
  public void enter(NationalReviewEntry entry, String partnership, String by) {
    check(entry, partnership, "");
    LocalDate today = LocalDate.now(clock);
    int before =
        jdbc.sql("select count(*) from review.national_review where number like ?")
            .param(today.getYear() + "-%")
            .query(Integer.class)
            .single();
    String number = "%d-%02d".formatted(today.getYear(), before + 1);
    String id = UUID.randomUUID().toString();
    jdbc.sql("insert into review.national_review values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            number,
            entry.title(),
            entry.publisher(),
            entry.published().orElseThrow(),
            entry.foundAt(),
            partnership,
            by,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    rows.write(id, entry.written());
    for (Partnership one : partnerships.all()) {
      String reference = one.referencePrefix() + "-NR-" + number;
      cases.openForNationalReview(reference, one.id(), by);
      jdbc.sql("insert into review.national_answer values (?, ?)").params(reference, id).update();
      tell(reference, entry, by);
      begins.begin(reference);
    }
  }

  /**
   * Corrects a national review in every partnership, as long as none has said what it means there.
   *
   * @param reference of the file of a partnership
   * @throws Refused if something is missing or wrong, or a partnership has answered it
   */
  @Transactional
  public void correct(String reference, NationalReviewEntry entry, String by) {
    NationalReview review = rows.of(reference);
    check(entry, review.enteredIn(), review.id());
    // Whoever answers at the same moment has done so, or waits.
    rows.files(review.id()).forEach(audit::oneAtATime);
    if (!mayBeCorrected(review)) {
      throw new Refused(
          "A partnership has already said what the recommendations mean there, so their words"
              + " cannot be changed");
    }
    jdbc.sql(
            """
            update review.national_review
            set title = ?, publisher = ?, published_on = ?, found_at = ? where id = ?""")
        .params(
            entry.title(),
            entry.publisher(),
            entry.published().orElseThrow(),
            entry.foundAt(),
            review.id())
        .update();
    rows.write(review.id(), entry.written());
    for (String file : rows.files(review.id())) {
      tell(file, entry, by);
      audit.record(file, by, "The national review was corrected before it was answered.");
    }
  }

  /** Whether no partnership has answered it yet. */
  public boolean mayBeCorrected(NationalReview review) {
    return rows.files(review.id()).stream()
        .allMatch(file -> answers.latest(file, CONSIDER_NATIONAL_FINDINGS.id(), "").isEmpty());
  }

  /** Puts what a partnership has to consider into its file, as if its own case had brought it. */
  private void tell(String reference, NationalReviewEntry entry, String by) {
    List<Map<String, Object>> findings = new ArrayList<>();
    Map<String, List<String>> named = new LinkedHashMap<>();
    for (Recommended one : entry.written()) {
      if (one.isLocal()) {
        findings.add(Map.of(FINDING_TEXT.key(), one.number() + ". " + one.words()));
        named.put("N" + findings.size(), one.themes());
      }
    }
    answers.store(
        new FormAnswers(
            reference,
            RECORD_NATIONAL_FINDINGS.id(),
            "",
            STEP,
            "",
            Map.of(
                NATIONAL_FINDINGS_RECEIVED_ON.key(),
                LocalDate.now(clock).toString(),
                NATIONAL_FINDINGS_SUMMARY.key(),
                "%s. %s, %s. %s"
                    .formatted(
                        entry.title(),
                        entry.publisher(),
                        DAY.format(entry.published().orElseThrow()),
                        entry.foundAt()),
                NATIONAL_FINDINGS.key(),
                findings),
            by,
            clock.instant()));
    caseThemes.recommended(reference, named);
  }

  /** One entry at a time, so that no number is given and no review entered twice. */
  private void check(NationalReviewEntry entry, String partnership, String except) {
    Map<String, String> wrong = problems(entry, partnership);
    if (!wrong.isEmpty()) {
      throw new Refused(wrong.values().iterator().next());
    }
    jdbc.sql("select last_number from review.case_number where partnership = '' for update")
        .query(Integer.class)
        .single();
    Set<String> same =
        Set.copyOf(
            jdbc.sql(
                    """
                    select number from review.national_review where id <> ? and (found_at = ?
                      or lower(title) = ? and published_on = ?)""")
                .params(
                    except,
                    entry.foundAt(),
                    entry.title().toLowerCase(Locale.UK),
                    entry.published().orElseThrow())
                .query(String.class)
                .list());
    if (!same.isEmpty()) {
      throw new Refused(
          "This review has been entered already, as number " + String.join(", ", same));
    }
  }
}
