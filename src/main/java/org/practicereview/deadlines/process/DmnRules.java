package org.practicereview.deadlines.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.practicereview.deadlines.BrokenClockRow;
import org.practicereview.deadlines.ClockRefused;
import org.practicereview.deadlines.DayOff;
import org.practicereview.deadlines.Direction;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Rules;
import org.practicereview.deadlines.Source;
import org.practicereview.deadlines.Unit;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.reading.OneLook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Reads the table of clocks from the latest version of the decision {@code clock-rules}, once for
 * each version. A row that cannot be used breaks no other clock, and what an earlier version said
 * of its own goes on.
 */
@Component
class DmnRules implements Rules {

  static final String DECISION = "clock-rules";
  static final String DAYS_OFF = "days-off";

  private static final Logger LOG = LoggerFactory.getLogger(DmnRules.class);
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private final RepositoryService repository;
  private final ApplicationEventPublisher events;
  private final EngineIdentity identity;

  private final DmnEngine tables =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

  private volatile Table read = new Table("", Map.of());

  DmnRules(
      RepositoryService repository, ApplicationEventPublisher events, EngineIdentity identity) {
    this.repository = repository;
    this.events = events;
    this.identity = identity;
  }

  @Override
  public Optional<Rule> find(String id) {
    return Optional.ofNullable(table().get(id));
  }

  @Override
  public List<Rule> all() {
    return List.copyOf(table().values());
  }

  private Map<String, Rule> table() {
    return identity.asService(
        () -> {
          String latest = latest(DECISION);
          String daysOff = latest(DAYS_OFF);
          if (!read.version().equals(latest + daysOff)) {
            read = new Table(latest + daysOff, read(latest, daysOff));
          }
          return read.rules();
        });
  }

  private String latest(String decision) {
    return OneLook.at("latest decision", decision, () -> found(decision));
  }

  private String found(String decision) {
    DecisionDefinition latest =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(decision)
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    if (latest == null) {
      throw new ClockRefused("The table of clocks (decision \"" + decision + "\") is missing");
    }
    return latest.getId();
  }

  /** All rows that can be used; of the others what an earlier version says. */
  private Map<String, Rule> read(String version, String daysOff) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    List<String> broken = new ArrayList<>();
    for (String id : ids(repository.getDmnModelInstance(version))) {
      try {
        rules.put(id, rule(version, daysOff, id));
      } catch (RuntimeException e) {
        LOG.error("The table of clocks {} cannot be used for the clock {}", version, id, e);
        broken.add(id);
      }
    }
    if (!broken.isEmpty()) {
      List<String> without = new ArrayList<>();
      for (String id : broken) {
        Rule good = lastGood(version, daysOff, id);
        if (good == null) {
          without.add(id);
        } else {
          rules.put(id, good);
        }
      }
      events.publishEvent(new BrokenClockRow(version, broken, without));
    }
    return rules;
  }

  private Rule lastGood(String version, String daysOff, String id) {
    if (read.rules().containsKey(id)) {
      return read.rules().get(id);
    }
    for (DecisionDefinition earlier :
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(DECISION)
            .withoutTenantId()
            .orderByDecisionDefinitionVersion()
            .desc()
            .list()) {
      try {
        if (!earlier.getId().equals(version)) {
          return rule(earlier.getId(), daysOff, id);
        }
      } catch (RuntimeException e) {
        LOG.debug("Nor is {} of use for the clock {}", earlier.getId(), id, e);
      }
    }
    return null;
  }

  private Rule rule(String version, String daysOff, String id) {
    return rule(id, row(version, DECISION, id), row(daysOff, DAYS_OFF, id));
  }

  /**
   * Read apart from the engine of the processes: a row that cannot be evaluated would undo there
   * whatever is being done.
   */
  private Map<String, Object> row(String version, String decision, String id) {
    DmnDecisionResult result =
        tables.evaluateDecision(
            parsed.computeIfAbsent(
                version,
                key -> tables.parseDecision(decision, repository.getDmnModelInstance(key))),
            Map.of("rule", id));
    return result.getSingleResult() == null ? null : result.getSingleResult().getEntryMap();
  }

  /** The ids of all clocks in the table, in its order. */
  static List<String> ids(DmnModelInstance model) {
    return model.getModelElementsByType(DecisionTable.class).stream()
        .flatMap(table -> table.getRules().stream())
        .map(rule -> rule.getInputEntries().iterator().next().getTextContent())
        .flatMap(cell -> QUOTED.matcher(cell).results().map(MatchResult::group))
        .map(quoted -> quoted.substring(1, quoted.length() - 1))
        .distinct()
        .toList();
  }

  /** A row of the table, and of that of days off, where it has one. */
  static Rule rule(String id, Map<String, Object> row, Map<String, Object> daysOff) {
    if (row == null) {
      throw wrong(id, "row");
    }
    return new Rule(
        id,
        text(id, row, "name"),
        text(id, row, "trigger"),
        number(id, row, "length"),
        choice(id, row, "unit", Unit.class),
        choice(id, row, "direction", Direction.class),
        dayOff(id, daysOff),
        choice(id, row, "source", Source.class),
        text(id, row, "citation"),
        number(id, row, "reminderBefore"),
        text(id, row, "ownerRole"),
        Arrays.stream(text(id, row, "escalationRoles").split(",")).map(String::strip).toList(),
        Boolean.TRUE.equals(row.get("perAgency")));
  }

  /** A clock without a row moves no date. */
  private static DayOff dayOff(String id, Map<String, Object> daysOff) {
    return daysOff == null || daysOff.get("dayOff") == null
        ? DayOff.STAY
        : choice(id, daysOff, "dayOff", DayOff.class);
  }

  private static String text(String id, Map<String, Object> row, String column) {
    if (row.get(column) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(id, column);
  }

  private static int number(String id, Map<String, Object> row, String column) {
    if (row.get(column) instanceof Number number && number.intValue() >= 0) {
      return number.intValue();
    }
    throw wrong(id, column);
  }

  private static <E extends Enum<E>> E choice(
      String id, Map<String, Object> row, String column, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(choice -> choice.name().equals(row.get(column)))
        .findFirst()
        .orElseThrow(() -> wrong(id, column));
  }

  private static ClockRefused wrong(String id, String column) {
    return new ClockRefused(
        "The table of clocks gives no usable \"" + column + "\" for the clock \"" + id + "\"");
  }

  /** What one version of the decision says. */
  private record Table(String version, Map<String, Rule> rules) {}
}
