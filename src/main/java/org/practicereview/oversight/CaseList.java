package org.practicereview.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseReach;
import org.practicereview.casefile.ReferredChildren;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.partnership.RoleGroups;
import org.practicereview.work.Urgency;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases someone may see, searched, filtered and sorted by the database, with the same few
 * statements however many there are.
 */
@Service
public class CaseList {

  /** The groups of urgency, the most urgent first; a number of the statement is a place here. */
  public static final List<String> URGENCIES =
      List.of(
          Urgency.SAFETY.words(),
          "Stands still",
          "Critically overdue",
          "Overdue",
          "Due soon",
          "Not due yet",
          "No date",
          "Closed");

  private static final int SOON = 3;

  /** Whether the reader may know of what is to be done. */
  private static final String KNOWN =
      """
      s.state = 'open' and (s.header = 1 or exists (select 1 from review.work_offer o
          where o.task_id = w.task_id and o.kind <> 'PERSON' and o.who in (:groups)))""";

  private static final String WORK =
      " from review.work_item w where w.case_reference = s.reference and " + KNOWN;

  private static final String DUE =
      """
      (select min(k.due_on) from review.clock k where k.case_reference = s.reference
        and s.state = 'open' and k.open_name is not null
        and (s.header = 1 or (s.partnership || '.' || k.scope) in (:own))""";

  private static final String LISTED =
      """
      select s.*, count(*) over () as total, %s as alike from (
        select l.*, case when l.state <> 'open' then 7 when l.priority >= 100 then 0
          when l.still = 1 then 1 when l.law_due < :today then 2 when l.any_due < :today then 3
          when l.any_due <= :soon then 4 when l.any_due is not null then 5 else 6 end as rank_
        from (select s.*,
          %s and k.source <> 'LOCAL') as law_due,
          %s) as any_due,
          (select max(w.priority) %s) as priority,
          case when s.header = 1 and exists (select 1 from review.standstill t
            where t.case_reference = s.reference and t.ended_at is null) then 1 else 0 end as still,
          (select w.stage %s order by w.priority desc, w.due_on nulls last, w.waiting_since,
            w.task_id fetch first 1 rows only) as stage
        from (%s) s) l) s where 1 = 1"""
          .formatted("%s", DUE, DUE, WORK, WORK, "%s");

  /** By what cases are put together: which of them are alike, and the order of the groups. */
  private static final Map<String, Grouping> GROUPINGS =
      Map.of(
          "stage", new Grouping("s.stage, s.state", "s.stage nulls last, s.state desc, "),
          "urgency", new Grouping("s.rank_", "s.rank_, "));

  private static final Grouping NOT_GROUPED = new Grouping("", "");

  private record Grouping(String by, String order) {

    String alike() {
      return by.isEmpty() ? "0" : "count(*) over (partition by " + by + ")";
    }
  }

  private static final Map<String, String> SORTS =
      Map.of(
          "reference", "s.reference %s",
          "pseudonym", "s.pseudonym %s nulls last, s.reference",
          "stage", "s.stage %s nulls last, s.reference",
          "due", "s.law_due %s nulls last, s.reference",
          "opened", "s.opened_at %s, s.reference",
          "urgency", "s.rank_ %s, coalesce(s.law_due, s.any_due) nulls last, s.reference");

  private final ManyCases cases;
  private final Clocks clocks;
  private final CaseProgress progress;
  private final Partnerships partnerships;
  private final Clock clock;

  CaseList(
      ManyCases cases,
      Clocks clocks,
      CaseProgress progress,
      Partnerships partnerships,
      Clock clock) {
    this.cases = cases;
    this.clocks = clocks;
    this.progress = progress;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /**
   * Some of the cases.
   *
   * @param total how many there are in all
   */
  public record Found(List<ListedCase> cases, int total) {}

  /**
   * What the filters can be set to.
   *
   * @param stages names of the stages in which something is to be done
   * @param waited groups that something waits for, without their partnership
   */
  public record Choices(Collection<String> stages, Collection<String> waited) {}

  private record Row(
      String reference,
      String partnership,
      boolean open,
      String outcome,
      String pseudonym,
      boolean header,
      int rank,
      boolean still,
      Instant openedAt,
      Instant closedAt,
      String stage,
      int alike,
      int total) {

    private String group(String by) {
      return switch (by) {
        case "urgency" -> URGENCIES.get(rank);
        case "stage" -> stage != null ? stage : open ? "Nothing to do now" : "Closed";
        default -> "";
      };
    }
  }

  /** One page of what is asked for. */
  @Transactional(readOnly = true)
  public Found page(CaseQuery query, CaseReach reach) {
    return window(query, reach, (query.page() - 1) * CaseQuery.PAGE, CaseQuery.PAGE);
  }

  /** Some of what is asked for, from a place on. */
  @Transactional(readOnly = true)
  public Found window(CaseQuery query, CaseReach reach, int from, int size) {
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("today", LocalDate.now(clock));
    params.put("soon", LocalDate.now(clock).plusDays(SOON));
    params.put("from", from);
    params.put("size", size);
    Grouping grouping = GROUPINGS.getOrDefault(query.group(), NOT_GROUPED);
    String sql =
        LISTED.formatted(grouping.alike(), seen(query, reach, params))
            + filters(query, reach, params)
            + " order by "
            + grouping.order()
            + SORTS
                .getOrDefault(query.sort(), SORTS.get("urgency"))
                .formatted(query.descending() ? "desc" : "asc")
            + " offset :from rows fetch next :size rows only";
    List<Row> rows = cases.sql(sql).params(params).query(CaseList::row).list();
    return new Found(
        complete(rows, query.group(), reach), rows.isEmpty() ? 0 : rows.get(0).total());
  }

  private String seen(CaseQuery query, CaseReach reach, Map<String, Object> params) {
    StringBuilder sql =
        new StringBuilder(
            "select f.reference, f.partnership, f.state, f.outcome, f.opened_at, f.closed_at,"
                + " case when "
                + CaseReach.HEADER
                + " then 1 else 0 end as header, case when "
                + CaseReach.HEADER
                + " then r.pseudonym end as pseudonym"
                + " from review.case_file f"
                + " left join review.case_row r on r.case_reference = f.reference where "
                + CaseFile.IS_CASE
                + " and "
                + CaseReach.SEEN);
    if (!query.partnership().isEmpty()) {
      sql.append(" and f.partnership = :partnership");
      params.put("partnership", query.partnership());
    }
    if (!query.state().isEmpty()) {
      sql.append(" and f.state = :state");
      params.put("state", query.state());
    }
    if (!query.words().isBlank()) {
      search(query.words().strip(), reach, sql, params);
    }
    return sql.toString();
  }

  private void search(
      String words, CaseReach reach, StringBuilder sql, Map<String, Object> params) {
    params.put("like", like(words.toLowerCase(Locale.UK)));
    params.put("called", agenciesCalled(words, reach));
    sql.append(" and (lower(f.reference) like :like escape '!' or ")
        .append(CaseReach.HEADER)
        .append(
            """
            \sand (lower(r.pseudonym) like :like escape '!'
                or lower(r.notification_reference) like :like escape '!')
              or exists (select 1 from review.case_agency a where a.case_reference = f.reference
                and (f.partnership || '.' || a.agency) in (:called)
                and ((f.partnership || '.' || a.agency) in (:own) or\s""")
        .append(CaseReach.HEADER)
        .append("))");
    // A reference holds digits, and a name does not.
    List<String> plain =
        words.matches(".*[0-9].*") ? List.of() : ReferredChildren.plainWords(words);
    if (!plain.isEmpty()) {
      sql.append(" or ")
          .append(CaseReach.IDENTITY)
          .append(
              " and exists (select 1 from review.referred_child c"
                  + " where c.case_reference = f.reference");
      for (int word = 0; word < plain.size(); word++) {
        sql.append(" and c.child like :name" + word + " escape '!'");
        params.put("name" + word, like(plain.get(word)));
      }
      sql.append(")");
    }
    sql.append(")");
  }

  private static String like(String words) {
    return "%" + words.replaceAll("([!%_])", "!$1") + "%";
  }

  private List<String> agenciesCalled(String words, CaseReach reach) {
    List<String> called = new ArrayList<>(List.of("-"));
    for (String tenant : reach.tenants()) {
      Partnership partnership = partnerships.get(tenant);
      partnership.agencies().stream()
          .filter(
              agency -> agency.name().toLowerCase(Locale.UK).contains(words.toLowerCase(Locale.UK)))
          .map(agency -> partnership.agencyGroup(agency.code()))
          .forEach(called::add);
    }
    return called;
  }

  private static String filters(CaseQuery query, CaseReach reach, Map<String, Object> params) {
    StringBuilder sql = new StringBuilder();
    if (!query.stage().isEmpty()) {
      sql.append(" and exists (select 1 " + WORK + " and w.stage = :stage)");
      params.put("stage", query.stage());
    }
    if (!query.waitsFor().isEmpty()) {
      sql.append(
          " and exists (select 1 "
              + WORK
              + " and exists (select 1 from review.work_offer v where v.task_id = w.task_id"
              + " and v.kind <> 'PERSON' and v.who in (:waited)))");
      params.put(
          "waited",
          reach.tenants().stream()
              .map(tenant -> RoleGroups.of(tenant, query.waitsFor()))
              .collect(Collectors.collectingAndThen(Collectors.toList(), CaseList::some)));
    }
    sql.append(
        switch (query.late()) {
          case "law" -> " and s.law_due < :today";
          case "yes" -> " and s.any_due < :today";
          case "no" -> " and (s.any_due is null or s.any_due >= :today)";
          default -> "";
        });
    return sql.toString();
  }

  private static List<String> some(List<String> names) {
    return names.isEmpty() ? List.of("-") : names;
  }

  private List<ListedCase> complete(List<Row> rows, String group, CaseReach reach) {
    List<String> open = rows.stream().filter(Row::open).map(Row::reference).toList();
    Map<String, List<OpenWork>> work = progress.openWork(open);
    Map<String, List<Deadline>> running =
        clocks.openOf(open).stream().collect(Collectors.groupingBy(Deadline::caseReference));
    return rows.stream()
        .map(
            row ->
                new ListedCase(
                    row.reference(),
                    row.partnership(),
                    row.open(),
                    row.outcome(),
                    row.pseudonym(),
                    row.header(),
                    URGENCIES.get(row.rank()),
                    row.still(),
                    work.getOrDefault(row.reference(), List.of()).stream()
                        .filter(
                            item ->
                                row.header()
                                    || item.groups().stream().anyMatch(reach.groups()::contains))
                        .toList(),
                    running.getOrDefault(row.reference(), List.of()).stream()
                        .filter(clock -> clock.rule().source().isNational())
                        .filter(
                            clock ->
                                row.header()
                                    || reach
                                        .agencies()
                                        .contains(row.partnership() + "." + clock.scope()))
                        .findFirst()
                        .orElse(null),
                    row.openedAt(),
                    row.closedAt(),
                    row.group(group),
                    row.alike()))
        .toList();
  }

  /** What the filters can be set to, for someone. */
  @Transactional(readOnly = true)
  public Choices choices(CaseReach reach) {
    String work =
        " from (select f.reference, f.state, case when "
            + CaseReach.HEADER
            + " then 1 else 0 end as header from review.case_file f where "
            + CaseFile.IS_CASE
            + " and "
            + CaseReach.SEEN
            + ") s join review.work_item w on w.case_reference = s.reference";
    Map<String, Object> params = reach.params();
    return new Choices(
        cases
            .sql("select distinct w.stage" + work + " where " + KNOWN + " order by w.stage")
            .params(params)
            .query(String.class)
            .list(),
        cases
            .sql(
                "select distinct v.who"
                    + work
                    + " join review.work_offer v on v.task_id = w.task_id where v.kind <> 'PERSON'"
                    + " and "
                    + KNOWN)
            .params(params)
            .query(String.class)
            .list()
            .stream()
            .map(group -> group.substring(group.indexOf('.') + 1))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new Row(
        row.getString("reference"),
        row.getString("partnership"),
        row.getString("state").equals("open"),
        row.getString("outcome"),
        row.getString("pseudonym"),
        row.getInt("header") == 1,
        row.getInt("rank_"),
        row.getInt("still") == 1,
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        closed == null ? null : closed.toInstant(),
        row.getString("stage"),
        row.getInt("alike"),
        row.getInt("total"));
  }
}
