package org.practicereview.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.practicereview.audit.AuditTrail;
import org.practicereview.audit.AuditTrails;
import org.practicereview.casefile.CaseFileParts;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.deadlines.process.PackagedRules;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.ClockRule;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The clocks on a database of their own, with the shipped table and a day that tests can choose.
 */
final class ClocksBench {

  private static final Rules RULES = new PackagedRules();

  final List<Object> events = new ArrayList<>();

  /** The case whose second clock fails to move; empty where none does. */
  String failing = "";

  final AuditTrail audit;
  final CaseFileParts caseFile;
  final Clocks clocks;

  private final Map<String, ClockRule> overrides = new TreeMap<>();
  final MovedDates moved;
  private final JdbcClient jdbc;
  private Instant now;

  ClocksBench(LocalDate today) {
    now = noon(today);
    JdbcConnectionPool database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    Flyway.configure()
        .dataSource(database)
        .schemas("REVIEW")
        .placeholders(Map.of("binary", "blob"))
        .load()
        .migrate();
    jdbc = JdbcClient.create(database);
    Clock time = new Day();
    Partnerships partnerships = new OnePartnership();
    audit = AuditTrails.on(jdbc, time);
    caseFile = CaseFileParts.on(jdbc, partnerships, audit, time);
    ClockTable table = new ClockTable(jdbc);
    CalendarTable calendars = new CalendarTable(jdbc);
    EffectiveRules rules = new EffectiveRules(RULES, partnerships);
    ClockRecorder recorder =
        new ClockRecorder(table, caseFile.agencies(), audit, this::hears, time);
    moved =
        new MovedDates(
            calendars,
            table,
            recorder,
            new TransactionTemplate(new DataSourceTransactionManager(database)));
    clocks =
        new JdbcClocks(
            table,
            calendars,
            rules,
            new TriggerDates(caseFile.facts(), rules),
            caseFile.cases(),
            recorder,
            new Proclamations(calendars, table, recorder, audit, events::add),
            moved);
  }

  private void hears(Object event) {
    if (event instanceof ClockMoved moved
        && moved.after().caseReference().equals(failing)
        && moved.after().rule().id().equals("rapid-review")) {
      throw new IllegalStateException("The engine is busy");
    }
    events.add(event);
  }

  /** Lets the time pass until another node may move dates. */
  void nextTurn() {
    jdbc.sql(
            "update review.node_turn set next_at = timestamp with time zone '2000-01-01 00:00:00Z'")
        .update();
  }

  /** As if a clock had begun to count before a day was entered, and been kept after all others. */
  void isBehind(String reference) {
    jdbc.sql("update review.clock set calendar_version = 0 where case_reference = ?")
        .param(reference)
        .update();
  }

  /** Lets it be noon of that day in London. */
  void today(String date) {
    now = noon(LocalDate.parse(date));
  }

  void at(String instant) {
    now = Instant.parse(instant);
  }

  void partnershipSays(String rule, ClockRule change) {
    overrides.put(rule, change);
  }

  String newCase() {
    return caseFile.cases().open("essex", "es-head").reference();
  }

  void fact(String reference, String scope, String key, String value) {
    caseFile
        .answers()
        .store(
            new FormAnswers(
                reference, "facts", "1", "facts", scope, Map.of(key, value), "es-head", now));
  }

  private static Instant noon(LocalDate date) {
    return date.atTime(12, 0).atZone(WorkingDayCalendar.ZONE).toInstant();
  }

  private final class Day extends Clock {

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return WorkingDayCalendar.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }

  private final class OnePartnership implements Partnerships {

    @Override
    public Partnership get(String id) {
      return new Partnership(
          "essex",
          "Essex Example Partnership",
          "Essex",
          "ES",
          "Working Together 2023",
          Map.of(),
          overrides,
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(agency("police"), agency("health")),
          List.of());
    }

    @Override
    public List<Partnership> all() {
      return List.of(get("essex"));
    }

    private Agency agency(String code) {
      return new Agency(code, code, code + "@essex.example", "s@essex.example", true);
    }
  }
}
