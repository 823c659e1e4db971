package org.practicereview.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Copies whole cases in the tables of a PostgreSQL: those of the engine, running and historic, and
 * where there are any ours. An id becomes the hash of itself and the new reference, so that it is
 * the same in every table. The contents of documents are not copied. The copies of a trail keep the
 * hashes of the case they were made from.
 */
final class ClonedRows implements AutoCloseable {

  /** Columns of the engine that hold the id of something in a case. */
  private static final Set<String> ENGINE_IDS =
      Set.of(
          "id_",
          "proc_inst_id_",
          "process_instance_id_",
          "root_proc_inst_id_",
          "parent_id_",
          "super_exec_",
          "execution_id_",
          "task_id_",
          "act_inst_id_",
          "parent_act_inst_id_",
          "call_proc_inst_id_",
          "super_process_instance_id_",
          "var_scope_",
          "bytearray_id_",
          "var_inst_id_",
          "operation_id_",
          "dec_inst_id_",
          "root_dec_inst_id_",
          "job_id_",
          "exception_stack_id_");

  private static final String UUID = "'^[0-9a-f]{8}-[0-9a-f-]{27}$'";

  /** Of people and of nodes, and not of one case. */
  private static final Set<String> LEFT_OUT =
      Set.of("form_draft", "http_session", "standstill", "model_move", "referral_sent");

  private final SingleConnectionDataSource connection;
  private final JdbcTemplate rows;
  private final Map<String, String> numbers;

  /** A connection of its own, as it is used like no other. */
  ClonedRows(String url) {
    connection = new SingleConnectionDataSource(url, true);
    rows = new JdbcTemplate(connection);
    // Nothing checks a foreign key while the tables of a case fill one after the other.
    rows.execute("set session_replication_role = replica");
    rows.execute("set statement_timeout = 0");
    rows.execute("set lock_timeout = 0");
    rows.execute("set work_mem = '64MB'");
    numbers =
        rows
            .queryForList(
                "select 'review.' || table_name as name, column_name from"
                    + " information_schema.columns where table_schema = 'review' and is_identity ="
                    + " 'YES'")
            .stream()
            .collect(
                Collectors.toMap(
                    row -> (String) row.get("name"), row -> (String) row.get("column_name")));
    rows.execute(
        "create temporary table wanted (source text, home text, reference text, partnership text)");
  }

  /** Makes the cases, from the first to the last source and again from the first. */
  void make(List<String> sources, List<Target> targets) {
    rows.execute("truncate wanted");
    List<Object[]> wanted = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      String source = sources.get(i % sources.size());
      wanted.add(new Object[] {source, targets.get(i).reference(), targets.get(i).partnership()});
    }
    boolean ours = !columns("review").isEmpty();
    rows.batchUpdate(
        "insert into wanted (source, reference, partnership) values (?, ?, ?)", wanted);
    rows.update(
        ours
            ? "update wanted set home = (select partnership from review.case_file f where"
                + " f.reference = source)"
            : "update wanted set home = 'home'");
    rows.execute("drop table if exists instance");
    rows.execute(
        "create temporary table instance as select id_ as id, business_key_ as source from"
            + " act_hi_procinst where business_key_ in (select source from wanted)");
    rows.execute("drop table if exists bytes");
    rows.execute(
        "create temporary table bytes as select v.bytearray_id_ as id, i.source from (select"
            + " bytearray_id_, proc_inst_id_ from act_ru_variable union select bytearray_id_,"
            + " proc_inst_id_ from act_hi_varinst union select bytearray_id_, proc_inst_id_ from"
            + " act_hi_detail) v join instance i on i.id = v.proc_inst_id_ where v.bytearray_id_ is"
            + " not null");
    rows.execute("analyze wanted");
    rows.execute("analyze instance");
    columns("public").forEach(this::copyEngine);
    if (ours) {
      columns("review").forEach(this::copyOurs);
    }
    rows.execute("analyze");
  }

  /** Names of columns by table, without those that number the rows. */
  private Map<String, List<String>> columns(String schema) {
    return rows
        .queryForList(
            "select table_name, column_name from information_schema.columns where table_schema = ?"
                + " and is_identity = 'NO' order by table_name, ordinal_position",
            schema)
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> (String) row.get("table_name"),
                Collectors.mapping(row -> (String) row.get("column_name"), Collectors.toList())));
  }

  private void copyEngine(String table, List<String> columns) {
    String from;
    if (table.equals("act_ge_bytearray")) {
      from = "join bytes k on k.id = t.id_";
    } else if (!table.startsWith("act_ru_") && !table.startsWith("act_hi_")) {
      return;
    } else if (table.equals("act_ru_authorization")) {
      from =
          "join act_ru_task r on r.id_ = t.resource_id_ join instance k on k.id = r.proc_inst_id_";
    } else if (table.equals("act_ru_identitylink")) {
      from = "join act_ru_task r on r.id_ = t.task_id_ join instance k on k.id = r.proc_inst_id_";
    } else {
      String key =
          List.of("proc_inst_id_", "process_instance_id_", "root_proc_inst_id_").stream()
              .filter(columns::contains)
              .findFirst()
              .orElse(null);
      if (key == null) {
        return;
      }
      from = "join instance k on k.id = t." + key;
    }
    insert(
        "public." + table,
        columns,
        columns.stream().map(column -> engine(table, column)).toList(),
        from + " join wanted w on w.source = k.source");
  }

  private static String engine(String table, String column) {
    String own = "t." + column;
    if (ENGINE_IDS.contains(column)
        || table.equals("act_ru_authorization") && column.equals("resource_id_")) {
      return hashed(own);
    }
    return switch (column) {
      case "business_key_" -> "case when %s is not null then w.reference end".formatted(own);
      case "tenant_id_" -> "case when %s is not null then w.partnership end".formatted(own);
      case "group_id_" -> inPartnership(own);
      // The names of tasks end with the reference.
      case "name_" -> "replace(%s, w.source, w.reference)".formatted(own);
      case "text_" ->
          "case when %1$s ~ %2$s then %3$s when %1$s = w.home then w.partnership else replace(%1$s, w.source, w.reference) end"
              .formatted(own, UUID, hashed(own));
      default -> own;
    };
  }

  private void copyOurs(String table, List<String> columns) {
    if (LEFT_OUT.contains(table)) {
      return;
    }
    String parent = parent(table);
    String from;
    if (columns.contains("case_reference")) {
      from = "join wanted w on w.source = t.case_reference";
    } else if (table.equals("case_file")) {
      from = "join wanted w on w.source = t.reference";
    } else if (parent != null) {
      from = parent + " join wanted w on w.source = k.case_reference";
    } else {
      return;
    }
    insert(
        "review." + table,
        columns,
        columns.stream().map(column -> ours(table, column)).toList(),
        from);
  }

  /** The join to what a row belongs to, where that belongs to a case. */
  private String parent(String table) {
    return rows
        .queryForList(
            """
            select 'join ' || c.confrelid::regclass || ' k on k.' || p.attname || ' = t.' || a.attname
            from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            join pg_attribute p on p.attrelid = c.confrelid and p.attnum = c.confkey[1]
            where c.contype = 'f' and c.conrelid = ?::regclass and exists (
              select 1 from pg_attribute r
              where r.attrelid = c.confrelid and r.attname = 'case_reference') limit 1""",
            String.class,
            "review." + table)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static String ours(String table, String column) {
    String own = "t." + column;
    if (column.equals("id") || column.endsWith("_id") && !column.equals("user_id")) {
      return "case when %s ~ %s then %s else %1$s end".formatted(own, UUID, hashed(own));
    }
    return switch (column) {
      case "case_reference" -> "w.reference";
      case "reference" -> table.equals("case_file") ? "w.reference" : own;
      case "partnership" -> "w.partnership";
      case "who" -> inPartnership(own);
      case "content" -> "''::bytea";
      case "idempotency_key", "open_name" ->
          "case when position(w.source in %1$s) > 0 then replace(%1$s, w.source, w.reference) else %1$s || '-' || w.reference end"
              .formatted(own);
      default -> own;
    };
  }

  private void insert(String table, List<String> columns, List<String> values, String from) {
    // What numbers the rows says which of two answers is the later one.
    String number = numbers.get(table);
    rows.update(
        "insert into %s (%s) select %s from %s t %s%s"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", values),
                table,
                from,
                number == null ? "" : " order by t." + number));
  }

  private static String hashed(String column) {
    return "md5(%s || w.reference)::uuid::text".formatted(column);
  }

  private static String inPartnership(String column) {
    return "case when %1$s like w.home || '.%%' then w.partnership || substr(%1$s, length(w.home) + 1) else %1$s end"
        .formatted(column);
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
