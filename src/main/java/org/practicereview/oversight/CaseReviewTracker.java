package org.practicereview.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseReach;
import org.practicereview.learning.Themes;
import org.practicereview.oversight.YearlyReport.Table;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the NHS Safeguarding Case Review Tracker asks of each case (information standard DCB3124),
 * as far as the service knows it. No child is named, and nothing is said of what a sealed report
 * holds.
 */
@Service
public class CaseReviewTracker {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /** The tracker takes three. */
  private static final int THEMES_OF_A_CASE = 3;

  private static final String ELSEWHERE = "Not held in this service";

  private static final String CASES =
      """
      select f.reference, f.opened_at, f.state,
        (select min(k.trigger_on) from review.clock k
          where k.case_reference = f.reference and k.rule = 'rapid-review') as rapid,
        (select min(k.trigger_on) from review.clock k
          where k.case_reference = f.reference and k.rule = 'practice-review') as review,
        (select min(k.trigger_on) from review.clock k
          where k.case_reference = f.reference and k.rule = 'alternative-review') as alternative,
        (select max(p.published_on) from review.published_item p
          where p.case_reference = f.reference and p.kind = 'report'
            and p.removed_at is null) as published,
        (select max(p.id) from review.published_item p
          where p.case_reference = f.reference and p.kind = 'report'
            and p.removed_at is null) as address,
        (select count(*) from review.published_item p
          where p.case_reference = f.reference and p.kind = 'learning-brief'
            and p.removed_at is null) as briefs
      from review.case_file f where f.partnership = :partnership and %s and %s
      order by f.opened_at, f.reference"""
          .formatted(CaseFile.IS_CASE, CaseReach.IDENTITY);

  private static final String OF =
      " join review.case_file f on f.reference = c.case_reference where f.partnership ="
          + " :partnership and not exists (select 1 from review.seal s where s.case_reference ="
          + " f.reference) and "
          + CaseReach.IDENTITY;

  private final Themes themes;
  private final Partnerships partnerships;
  private final JdbcClient jdbc;
  private final String address;

  CaseReviewTracker(
      Themes themes,
      Partnerships partnerships,
      JdbcClient jdbc,
      @Value("${practice-review.address}") String address) {
    this.address = address;
    this.themes = themes;
    this.partnerships = partnerships;
    this.jdbc = jdbc;
  }

  /**
   * The sheet of a partnership, the first case first.
   *
   * @param id of the partnership
   */
  @Transactional(readOnly = true)
  public Table of(String id, CaseReach reach) {
    Partnership partnership = partnerships.get(id);
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("partnership", id);
    Map<String, Set<String>> stages =
        listed("select distinct c.case_reference, c.stage as one from review.work_item c", params);
    Map<String, Set<String>> ofCase =
        listed(
            "select distinct c.case_reference, c.theme as one from review.case_theme c",
            " and c.kind = 'FINDING'",
            params);
    Map<String, Set<String>> ofRecommendations =
        listed(
            "select distinct c.case_reference, c.theme as one from review.case_theme c",
            " and c.kind = 'RECOMMENDATION'",
            params);
    Map<String, Set<String>> actions =
        listed(
            "select c.case_reference, c.code || ' ' || c.state as one from review.plan_action c",
            params);
    return new Table(
        "Case review tracker",
        "What the NHS Safeguarding Case Review Tracker asks of each case. Fill in by hand what this"
            + " service does not hold, and read it before you send it.",
        List.of(
            "StEIS number",
            "Local reference",
            "Open or closed",
            "Date added",
            "Designated professional",
            "Partnership",
            "Case information",
            "Themes of abuse or vulnerability",
            "Type of review",
            "Stage",
            "Locality",
            "Publication date",
            "Publication link",
            "Themes of the recommendations",
            "Actions",
            "How the learning was spread"),
        jdbc.sql(CASES)
            .params(params)
            .query(
                (row, number) ->
                    row(
                        row,
                        partnership,
                        stages.getOrDefault(row.getString("reference"), Set.of()),
                        ofCase.getOrDefault(row.getString("reference"), Set.of()),
                        ofRecommendations.getOrDefault(row.getString("reference"), Set.of()),
                        actions.getOrDefault(row.getString("reference"), Set.of())))
            .list());
  }

  private List<?> row(
      ResultSet row,
      Partnership partnership,
      Set<String> stages,
      Set<String> ofCase,
      Set<String> ofRecommendations,
      Set<String> actions)
      throws SQLException {
    LocalDate published = row.getObject("published", LocalDate.class);
    return List.of(
        ELSEWHERE,
        row.getString("reference"),
        state(row, published),
        DAY.format(row.getObject("opened_at", OffsetDateTime.class).atZoneSameInstant(LONDON)),
        ELSEWHERE,
        partnership.name(),
        ELSEWHERE,
        names(partnership, ofCase.stream().sorted().limit(THEMES_OF_A_CASE).toList()),
        type(row),
        String.join(", ", stages),
        ELSEWHERE,
        published == null ? "" : DAY.format(published),
        published == null ? "" : address + "/published/" + row.getString("address"),
        names(partnership, ofRecommendations.stream().sorted().toList()),
        counted(actions),
        row.getInt("briefs") > 0 ? "Learning brief published" : "");
  }

  private static String state(ResultSet row, LocalDate published) throws SQLException {
    if (row.getString("state").equals("open")) {
      return "Open";
    }
    return published == null ? "Closed: completed and signed off" : "Closed: published";
  }

  /** By the clocks that were started in the case. */
  private static String type(ResultSet row) throws SQLException {
    if (row.getObject("review") != null) {
      return row.getObject("rapid") == null
          ? "Local review"
          : "Local review, converted from a rapid review";
    }
    if (row.getObject("alternative") != null) {
      return "Alternative review";
    }
    return row.getObject("rapid") == null ? "Not decided" : "Rapid review";
  }

  private static String counted(Set<String> actions) {
    long complete = actions.stream().filter(one -> one.endsWith(" COMPLETE")).count();
    return actions.isEmpty() ? "" : complete + " of " + actions.size() + " complete";
  }

  private String names(Partnership partnership, List<String> codes) {
    return codes.stream()
        .map(code -> themes.name(partnership, code))
        .collect(Collectors.joining(", "));
  }

  private Map<String, Set<String>> listed(String select, Map<String, Object> params) {
    return listed(select, "", params);
  }

  private Map<String, Set<String>> listed(
      String select, String besides, Map<String, Object> params) {
    Map<String, Set<String>> listed = new LinkedHashMap<>();
    jdbc.sql(select + OF + besides)
        .params(params)
        .query(
            row -> {
              listed
                  .computeIfAbsent(row.getString("case_reference"), unused -> new TreeSet<>())
                  .add(Objects.toString(row.getString("one"), ""));
            });
    return listed;
  }
}
