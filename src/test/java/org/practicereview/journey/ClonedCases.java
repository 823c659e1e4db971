package org.practicereview.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies of a case in the tables that pages read, but without processes: enough of them to see
 * whether a page costs more where there are many. Only on H2.
 */
final class ClonedCases {

  private static final String CLONES = "ZZ-%";

  /** The tables, and what of a row must be its own, beginning with what tells the clones. */
  private static final Map<String, List<String>> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("case_file", List.of("reference"));
    TABLES.put("case_row", List.of("case_reference"));
    TABLES.put("clock", List.of("case_reference", "id", "open_name"));
    TABLES.put("case_agency", List.of("case_reference"));
    TABLES.put("case_day", List.of("case_reference"));
    TABLES.put("case_theme", List.of("case_reference"));
    TABLES.put("plan_action", List.of("case_reference"));
    TABLES.put("work_item", List.of("case_reference", "task_id"));
    TABLES.put("work_offer", List.of("task_id"));
    TABLES.put("outbox", List.of("case_reference", "id", "idempotency_key"));
    TABLES.put("letter", List.of("case_reference", "id", "idempotency_key"));
  }

  private final JdbcTemplate rows;
  private int there;

  ClonedCases(JdbcTemplate rows) {
    this.rows = rows;
  }

  /** Lays copies of a case beside it until there are as many. */
  void of(String reference, int many) {
    TABLES.forEach((table, own) -> copy(table, own, reference, many));
    there = many;
  }

  private void copy(String table, List<String> own, String reference, int many) {
    List<String> columns =
        rows
            .queryForList(
                "select column_name from information_schema.columns where lower(table_schema) ="
                    + " 'review' and lower(table_name) = ? and is_identity = 'NO'",
                String.class,
                table)
            .stream()
            .map(column -> column.toLowerCase(Locale.ROOT))
            .toList();
    rows.update(
        "insert into review.%s (%s) select %s from review.%s, system_range(%d, %d) n where %s"
            .formatted(
                table,
                String.join(", ", columns),
                columns.stream()
                    .map(column -> own.contains(column) ? cloned(column) : column)
                    .collect(Collectors.joining(", ")),
                table,
                there,
                many - 1,
                table.equals("work_offer")
                    ? "task_id in (select task_id from review.work_item where case_reference = ?)"
                    : own.get(0) + " = ?"),
        reference);
  }

  private static String cloned(String column) {
    if (column.endsWith("reference")) {
      return "'ZZ-' || n.x";
    }
    String rest = column.equals("id") ? "substring(id, 1, 28)" : column;
    return "case when %s is not null then 'ZZ-' || n.x || '-' || %s end".formatted(column, rest);
  }

  void remove() {
    List<String> tables = new ArrayList<>(TABLES.keySet());
    Collections.reverse(tables);
    tables.forEach(
        table ->
            rows.update(
                "delete from review.%s where %s like ?".formatted(table, TABLES.get(table).get(0)),
                CLONES));
    there = 0;
  }
}
