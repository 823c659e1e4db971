package org.practicereview.modelling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.letters.LetterTemplates;
import org.practicereview.letters.OwnLetters;
import org.practicereview.modelling.InUse.Version;
import org.practicereview.refusals.NotThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Every model, decision table, form and letter: which version is in use, since when and by whom,
 * and how many cases run on each. It tells nothing of the cases themselves.
 */
@Service
public class Inventory {

  private static final Comparator<InUse> BY_NAME =
      Comparator.comparing(InUse::name).thenComparing(InUse::id);

  private final RepositoryService repository;
  private final HistoryService history;
  private final EngineIdentity identity;
  private final DeployedFiles files;
  private final Installation installation;
  private final LetterTemplates letters;
  private final OwnLetters ownLetters;
  private final JdbcClient jdbc;

  Inventory(
      RepositoryService repository,
      HistoryService history,
      EngineIdentity identity,
      DeployedFiles files,
      Installation installation,
      LetterTemplates letters,
      OwnLetters ownLetters,
      JdbcClient jdbc) {
    this.repository = repository;
    this.history = history;
    this.identity = identity;
    this.files = files;
    this.installation = installation;
    this.letters = letters;
    this.ownLetters = ownLetters;
    this.jdbc = jdbc;
  }

  /** Everything of a kind, by its name, with all its versions. */
  public List<InUse> all(Kind kind) {
    return identity.asService(
        () ->
            switch (kind) {
              case MODEL -> models();
              case TABLE -> tables();
              case FORM -> forms();
              case LETTER -> letters();
            });
  }

  /**
   * One of them.
   *
   * @throws NotThere if there is none
   */
  public InUse one(Kind kind, String id) {
    return all(kind).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotThere("There is no " + kind.title() + " \"" + id + "\""));
  }

  /**
   * The text of a version.
   *
   * @throws NotThere if there is none
   */
  public String text(Kind kind, String id, int number) {
    Version version =
        one(kind, id).versions().stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> new NotThere("There is no such version"));
    return kind == Kind.LETTER
        ? letter(id, number)
        : identity.asService(
            () -> DeployedFiles.text(repository, version.deployment(), version.file()));
  }

  private List<InUse> models() {
    Deployments known = new Deployments();
    Map<String, Integer> cases = casesByDefinition();
    Map<String, List<Version>> versions = new TreeMap<>();
    Map<String, String> names = new HashMap<>();
    repository
        .createProcessDefinitionQuery()
        .withoutTenantId()
        .orderByProcessDefinitionVersion()
        .desc()
        .unlimitedList()
        .forEach(
            one -> {
              names.putIfAbsent(one.getKey(), Objects.requireNonNullElse(one.getName(), ""));
              versions
                  .computeIfAbsent(one.getKey(), key -> new ArrayList<>())
                  .add(
                      known.version(
                          one.getVersion(),
                          one.getResourceName(),
                          one.getDeploymentId(),
                          cases.getOrDefault(one.getId(), 0)));
            });
    Deployed now = files.latest(repository);
    Deployed shipped = installation.shipped();
    return versions.entrySet().stream()
        .map(
            one ->
                new InUse(
                    Kind.MODEL,
                    one.getKey(),
                    names.get(one.getKey()),
                    same(
                        now.model(one.getKey()).map(OneModel::xml),
                        shipped.model(one.getKey()).map(OneModel::xml)),
                    one.getValue()))
        .sorted(BY_NAME)
        .toList();
  }

  private List<InUse> tables() {
    Deployments known = new Deployments();
    Map<String, List<Version>> versions = new TreeMap<>();
    Map<String, String> names = new HashMap<>();
    repository
        .createDecisionDefinitionQuery()
        .withoutTenantId()
        .orderByDecisionDefinitionVersion()
        .desc()
        .unlimitedList()
        .forEach(
            one -> {
              names.putIfAbsent(one.getKey(), Objects.requireNonNullElse(one.getName(), ""));
              versions
                  .computeIfAbsent(one.getKey(), key -> new ArrayList<>())
                  .add(
                      known.version(
                          one.getVersion(), one.getResourceName(), one.getDeploymentId(), -1));
            });
    Deployed now = files.latest(repository);
    Deployed shipped = installation.shipped();
    return versions.entrySet().stream()
        .map(
            one ->
                new InUse(
                    Kind.TABLE,
                    one.getKey(),
                    names.get(one.getKey()),
                    same(now.decision(one.getKey()), shipped.decision(one.getKey())),
                    one.getValue()))
        .sorted(BY_NAME)
        .toList();
  }

  private List<InUse> forms() {
    Deployments known = new Deployments();
    Map<String, List<Version>> versions = new TreeMap<>();
    for (Deployment deployment : known.oldestFirst) {
      for (String name : repository.getDeploymentResourceNames(deployment.getId())) {
        if (name.matches(".+\\.(form|html)")) {
          List<Version> earlier =
              versions.computeIfAbsent(OneModel.formOf(name), id -> new ArrayList<>());
          earlier.add(known.version(earlier.size() + 1, name, deployment.getId(), -1));
        }
      }
    }
    Deployed now = files.latest(repository);
    Deployed shipped = installation.shipped();
    Map<String, String> tasks = tasksByForm(now);
    return versions.entrySet().stream()
        .map(
            one -> {
              Collections.reverse(one.getValue());
              return new InUse(
                  Kind.FORM,
                  one.getKey(),
                  tasks.getOrDefault(one.getKey(), one.getKey()),
                  same(now.form(one.getKey()), shipped.form(one.getKey())),
                  one.getValue());
            })
        .sorted(BY_NAME)
        .toList();
  }

  private static Map<String, String> tasksByForm(Deployed now) {
    Map<String, String> tasks = new HashMap<>();
    now.models()
        .values()
        .forEach(
            model ->
                model
                    .forms()
                    .forEach(
                        use -> {
                          boolean task =
                              model.model().getModelElementById(use.element()) instanceof UserTask;
                          if (task || !tasks.containsKey(use.form())) {
                            tasks.put(use.form(), use.name());
                          }
                        }));
    return tasks;
  }

  private List<InUse> letters() {
    Map<String, List<OwnLetters.Version>> own = ownLetters.versions();
    Map<String, String> texts = letters.texts();
    return letters.everyOne().stream()
        .map(
            one ->
                new InUse(
                    Kind.LETTER,
                    one.id(),
                    one.title(),
                    letters.shipped(one.id()).filter(texts.get(one.id())::equals).isPresent(),
                    versions(one.id(), own.getOrDefault(one.id(), List.of()))))
        .sorted(BY_NAME)
        .toList();
  }

  /** The first is what is shipped, or stands in the folder of letters. */
  private static List<Version> versions(String id, List<OwnLetters.Version> own) {
    List<Version> versions = new ArrayList<>();
    own.forEach(
        one ->
            versions.add(
                new Version(one.number() + 1, LetterFile.name(id), "", one.at(), one.by(), -1)));
    versions.add(new Version(1, LetterFile.name(id), "", null, "", -1));
    return versions;
  }

  private String letter(String id, int number) {
    return ownLetters.versions().getOrDefault(id, List.of()).stream()
        .filter(one -> one.number() + 1 == number)
        .map(OwnLetters.Version::text)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> letters.beneath(id));
  }

  private static boolean same(Optional<String> now, Optional<String> shipped) {
    return now.isPresent() && now.equals(shipped);
  }

  /** Open cases, and not instances: an agency's part of a case is no second case. */
  private Map<String, Integer> casesByDefinition() {
    Map<String, Integer> cases = new HashMap<>();
    jdbc.sql(
            """
            select PROC_DEF_ID_, count(distinct BUSINESS_KEY_) as CASES from ACT_RU_EXECUTION
            where PARENT_ID_ is null group by PROC_DEF_ID_""")
        .query((row, number) -> Map.entry(row.getString("PROC_DEF_ID_"), row.getInt("CASES")))
        .list()
        .forEach(one -> cases.put(one.getKey(), one.getValue()));
    return cases;
  }

  /** All deployments, and who made them. */
  private final class Deployments {
    private final List<Deployment> oldestFirst =
        repository.createDeploymentQuery().orderByDeploymentTime().asc().unlimitedList();
    private final Map<String, Instant> moments = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();

    Deployments() {
      oldestFirst.forEach(one -> moments.put(one.getId(), one.getDeploymentTime().toInstant()));
      Stream<UserOperationLogEntry> log =
          history
              .createUserOperationLogQuery()
              .entityType("Deployment")
              .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE)
              .unlimitedList()
              .stream();
      log.filter(entry -> entry.getDeploymentId() != null && entry.getUserId() != null)
          .forEach(entry -> people.put(entry.getDeploymentId(), entry.getUserId()));
    }

    Version version(int number, String file, String deployment, int cases) {
      return new Version(
          number,
          file,
          deployment,
          moments.get(deployment),
          people.getOrDefault(deployment, ""),
          cases);
    }
  }
}
