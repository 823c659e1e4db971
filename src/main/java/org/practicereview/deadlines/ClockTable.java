package org.practicereview.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.practicereview.reading.OneLook;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the clocks and what was done to them. */
@Component
class ClockTable {

  private static final String LATEST =
      """
      select * from review.clock where case_reference = ? and rule = ? and scope = ?
      order by number desc limit 1""";

  private final JdbcClient jdbc;

  ClockTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CaseClock> latest(String caseReference, String rule, String scope) {
    return jdbc.sql(LATEST).params(caseReference, rule, scope).query(ClockTable::clock).optional();
  }

  /** The latest clock of a name, kept for the caller until the transaction ends. */
  Optional<CaseClock> lock(String caseReference, String rule, String scope) {
    // Locked first and read afterwards: what another transaction changed meanwhile is seen.
    jdbc.sql(
            """
            select id from review.clock where case_reference = ? and rule = ? and scope = ?
            for update""")
        .params(caseReference, rule, scope)
        .query(String.class)
        .list();
    return latest(caseReference, rule, scope);
  }

  List<CaseClock> of(String caseReference) {
    return OneLook.at(
        "clocks of a case",
        caseReference,
        () ->
            jdbc.sql("select * from review.clock where case_reference = ? order by number")
                .param(caseReference)
                .query(ClockTable::clock)
                .list());
  }

  List<CaseClock> open(String partnership) {
    return jdbc.sql(
            """
            select * from review.clock where partnership = ? and open_name is not null
            order by due_on, number""")
        .param(partnership)
        .query(ClockTable::clock)
        .list();
  }

  List<CaseClock> openOf(Collection<String> caseReferences) {
    return jdbc.sql(
            """
            select * from review.clock
            where case_reference in (:cases) and open_name is not null order by due_on, number""")
        .param("cases", caseReferences)
        .query(ClockTable::clock)
        .list();
  }

  /** In how many cases each clock is open, by its rule. */
  Map<String, Integer> openByRule() {
    Map<String, Integer> cases = new HashMap<>();
    jdbc.sql(
            """
            select rule, count(distinct case_reference) as cases from review.clock
            where open_name is not null group by rule""")
        .query((RowCallbackHandler) row -> cases.put(row.getString("rule"), row.getInt("cases")));
    return cases;
  }

  /** All open clocks of all partnerships. */
  List<CaseClock> open() {
    return jdbc.sql(
            "select * from review.clock where open_name is not null order by due_on, number")
        .query(ClockTable::clock)
        .list();
  }

  /** Cases with open clocks that were last worked out before a version, the first due first. */
  List<String> casesBehind(int version, Collection<String> without, int most) {
    return jdbc.sql(
            """
            select case_reference from review.clock
            where calendar_version < :version and open_name is not null
              and case_reference not in (:without)
            group by case_reference order by min(due_on), case_reference
            fetch first :most rows only""")
        .param("version", version)
        .param("without", without.isEmpty() ? List.of("") : without)
        .param("most", most)
        .query(String.class)
        .list();
  }

  /** Those clocks of a case, kept for the caller until the transaction ends. */
  List<CaseClock> lockBehind(String caseReference, int version) {
    return jdbc.sql(
            """
            select * from review.clock
            where case_reference = ? and calendar_version < ? and open_name is not null
            order by id for update""")
        .params(caseReference, version)
        .query(ClockTable::clock)
        .list();
  }

  /** How many open clocks there are, and how many of them were worked out with a version. */
  WorkedOut workedOut(int version) {
    return jdbc.sql(
            """
            select count(*) as every_one,
              sum(case when calendar_version >= ? then 1 else 0 end) as done
            from review.clock where open_name is not null""")
        .param(version)
        .query((row, number) -> new WorkedOut(row.getInt("done"), row.getInt("every_one")))
        .single();
  }

  /** Takes a turn that no other node has, or keeps it; gives whether that went well. */
  boolean takeTurn(OffsetDateTime now, OffsetDateTime until) {
    return jdbc.sql(
                "update review.node_turn set next_at = ? where name = 'moved-dates' and next_at <= ?")
            .params(until, now)
            .update()
        == 1;
  }

  void insert(CaseClock clock) {
    Rule rule = clock.rule;
    jdbc.sql(
            """
            insert into review.clock (id, case_reference, partnership, rule, scope, name,
              trigger_key, length, unit, direction, day_off, source, citation, reminder_before,
              owner_role, escalation_roles, per_agency, trigger_on, original_due_on, due_on,
              paused_days, state, calendar_version, open_name)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            clock.id,
            clock.caseReference,
            clock.partnership,
            rule.id(),
            clock.scope,
            rule.name(),
            rule.trigger(),
            rule.length(),
            rule.unit().name(),
            rule.direction().name(),
            rule.dayOff().name(),
            rule.source().name(),
            rule.citation(),
            rule.reminderBefore(),
            rule.ownerRole(),
            String.join(",", rule.escalationRoles()),
            rule.perAgency(),
            clock.triggerOn,
            clock.originalDueOn,
            clock.dueOn,
            clock.pausedDays,
            clock.state.name(),
            clock.calendarVersion,
            openName(clock))
        .update();
    if (clock.twoDates != null) {
      update(clock);
    }
  }

  void update(CaseClock clock) {
    TwoDates dates = clock.twoDates;
    Counting guidance = dates == null ? null : dates.guidance();
    jdbc.sql(
            """
            update review.clock set trigger_key = :triggerKey, trigger_on = :triggerOn, original_due_on = :originalDueOn,
              due_on = :dueOn, extended_to = :extendedTo, explained_until = :explainedUntil,
              agreed_until = :agreedUntil, agreed_letter_on = :letterOn,
              agreed_letter_reference = :letterReference,
              paused_on = :pausedOn, paused_days = :pausedDays, state = :state,
              ended_on = :endedOn, calendar_version = :calendarVersion, open_name = :openName,
              guidance_trigger_key = :guidanceKey, guidance_trigger_on = :guidanceOn,
              guidance_length = :guidanceLength, guidance_unit = :guidanceUnit,
              guidance_day_off = :guidanceDayOff, guidance_due_on = :guidanceDueOn,
              local_due_on = :localDueOn
            where id = :id""")
        .param("triggerKey", clock.rule.trigger())
        .param("triggerOn", clock.triggerOn)
        .param("originalDueOn", clock.originalDueOn)
        .param("dueOn", clock.dueOn)
        .param("extendedTo", clock.extendedTo, Types.DATE)
        .param("explainedUntil", clock.explainedUntil, Types.DATE)
        .param("agreedUntil", agreed(clock, AgreedDate::until), Types.DATE)
        .param("letterOn", agreed(clock, AgreedDate::letterOn), Types.DATE)
        .param("letterReference", agreed(clock, AgreedDate::letterReference), Types.VARCHAR)
        .param("pausedOn", clock.pausedOn, Types.DATE)
        .param("pausedDays", clock.pausedDays)
        .param("state", clock.state.name())
        .param("endedOn", clock.endedOn, Types.DATE)
        .param("calendarVersion", clock.calendarVersion)
        .param("openName", openName(clock), Types.VARCHAR)
        .param("guidanceKey", guidance == null ? null : guidance.trigger(), Types.VARCHAR)
        .param("guidanceOn", guidance == null ? null : guidance.from(), Types.DATE)
        .param("guidanceLength", guidance == null ? null : guidance.length(), Types.INTEGER)
        .param("guidanceUnit", guidance == null ? null : guidance.unit().name(), Types.VARCHAR)
        .param("guidanceDayOff", guidance == null ? null : guidance.dayOff().name(), Types.VARCHAR)
        .param("guidanceDueOn", dates == null ? null : dates.guidanceDueOn(), Types.DATE)
        .param("localDueOn", dates == null ? null : dates.localDueOn(), Types.DATE)
        .param("id", clock.id)
        .update();
  }

  void add(String clockId, ClockChange change) {
    jdbc.sql(
            """
            insert into review.clock_change (clock_id, at, changed_by, kind, reason, due_before,
              due_after)
            values (:clock, :at, :by, :kind, :reason, :before, :after)""")
        .param("clock", clockId)
        .param("at", change.at().atOffset(ZoneOffset.UTC))
        .param("by", change.by())
        .param("kind", change.kind().name())
        .param("reason", change.reason())
        .param("before", change.dueBefore(), Types.DATE)
        .param("after", change.dueAfter(), Types.DATE)
        .update();
  }

  List<ClockChange> changes(String clockId) {
    return changes(List.of(clockId)).getOrDefault(clockId, List.of());
  }

  /** What was done to some clocks, by clock, oldest first. */
  Map<String, List<ClockChange>> changes(Collection<String> clockIds) {
    Map<String, List<ClockChange>> changes = new HashMap<>();
    if (!clockIds.isEmpty()) {
      jdbc.sql("select * from review.clock_change where clock_id in (:clocks) order by number")
          .param("clocks", clockIds)
          .query(
              (RowCallbackHandler)
                  row ->
                      changes
                          .computeIfAbsent(row.getString("clock_id"), clock -> new ArrayList<>())
                          .add(change(row)));
    }
    return changes;
  }

  private static ClockChange change(ResultSet row) throws SQLException {
    return new ClockChange(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"),
        ClockChange.Kind.valueOf(row.getString("kind")),
        row.getString("reason"),
        row.getObject("due_before", LocalDate.class),
        row.getObject("due_after", LocalDate.class));
  }

  private static String openName(CaseClock clock) {
    return clock.state.isOpen()
        ? clock.caseReference + "/" + clock.rule.id() + "/" + clock.scope
        : null;
  }

  private static <T> T agreed(CaseClock clock, Function<AgreedDate, T> part) {
    return clock.agreed == null ? null : part.apply(clock.agreed);
  }

  private static CaseClock clock(ResultSet row, int number) throws SQLException {
    CaseClock clock =
        new CaseClock(
            row.getString("id"),
            row.getString("case_reference"),
            row.getString("partnership"),
            row.getString("scope"),
            rule(row));
    clock.triggerOn = row.getObject("trigger_on", LocalDate.class);
    clock.originalDueOn = row.getObject("original_due_on", LocalDate.class);
    clock.dueOn = row.getObject("due_on", LocalDate.class);
    clock.extendedTo = row.getObject("extended_to", LocalDate.class);
    clock.explainedUntil = row.getObject("explained_until", LocalDate.class);
    clock.twoDates = twoDates(row, clock.rule);
    LocalDate agreedUntil = row.getObject("agreed_until", LocalDate.class);
    if (agreedUntil != null) {
      clock.agreed =
          new AgreedDate(
              agreedUntil,
              row.getObject("agreed_letter_on", LocalDate.class),
              row.getString("agreed_letter_reference"));
    }
    clock.pausedOn = row.getObject("paused_on", LocalDate.class);
    clock.pausedDays = row.getInt("paused_days");
    clock.state = ClockState.valueOf(row.getString("state"));
    clock.endedOn = row.getObject("ended_on", LocalDate.class);
    clock.calendarVersion = row.getInt("calendar_version");
    return clock;
  }

  private static TwoDates twoDates(ResultSet row, Rule rule) throws SQLException {
    String trigger = row.getString("guidance_trigger_key");
    return trigger == null
        ? null
        : new TwoDates(
            new Counting(
                trigger,
                row.getObject("guidance_trigger_on", LocalDate.class),
                row.getInt("guidance_length"),
                Unit.valueOf(row.getString("guidance_unit")),
                rule.direction(),
                DayOff.valueOf(row.getString("guidance_day_off"))),
            row.getObject("guidance_due_on", LocalDate.class),
            row.getObject("local_due_on", LocalDate.class));
  }

  private static Rule rule(ResultSet row) throws SQLException {
    return new Rule(
        row.getString("rule"),
        row.getString("name"),
        row.getString("trigger_key"),
        row.getInt("length"),
        Unit.valueOf(row.getString("unit")),
        Direction.valueOf(row.getString("direction")),
        DayOff.valueOf(row.getString("day_off")),
        Source.valueOf(row.getString("source")),
        row.getString("citation"),
        row.getInt("reminder_before"),
        row.getString("owner_role"),
        Arrays.stream(row.getString("escalation_roles").split(","))
            .filter(role -> !role.isBlank())
            .toList(),
        row.getBoolean("per_agency"));
  }
}
