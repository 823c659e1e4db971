package org.practicereview.modelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.practicereview.engine.ProcessBean;
import org.practicereview.security.Role;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The models, forms and letters of the source tree, read from their folders. */
final class ShippedModels {

  /**
   * One process model.
   *
   * @param path for example {@code processes/referral/referral.bpmn}
   */
  record ShippedModel(String path, String xml, BpmnModelInstance model, Process process) {}

  private ShippedModels() {}

  /**
   * The whole journey first, then the others in the order of their folders. They are parsed once
   * for all tests, so no one changes them.
   */
  static List<ShippedModel> processes() {
    return Parsed.PROCESSES;
  }

  private static List<ShippedModel> parse() {
    List<ShippedModel> models = new ArrayList<>();
    for (Path file : files(Path.of("processes"), ".bpmn")) {
      BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
      Process process = model.getModelElementsByType(Process.class).iterator().next();
      models.add(new ShippedModel(slashes(file), text(file), model, process));
    }
    List<String> stages =
        List.of(
            "referral", "notification", "rapidreview", "cspr", "publication", "postpublication");
    models.sort(
        Comparator.<ShippedModel>comparingInt(one -> stages.indexOf(one.path().split("/")[1]))
            .thenComparing(ShippedModel::path));
    return List.copyOf(models);
  }

  static List<DmnModelInstance> decisions() {
    return Parsed.DECISIONS;
  }

  /** What a model may name. */
  static Surroundings surroundings() {
    return Parsed.SURROUNDINGS;
  }

  private static Surroundings lookAround() {
    Set<String> variables = new TreeSet<>();
    Set<String> processes = new TreeSet<>();
    for (ShippedModel one : processes()) {
      variables.addAll(ModelRules.variablesOf(one.model()));
      processes.add(one.process().getId());
    }
    Set<String> clocks = new TreeSet<>();
    Set<String> decisions = new TreeSet<>();
    for (DmnModelInstance one : decisions()) {
      clocks.addAll(ModelRules.clocksOf(one));
      one.getModelElementsByType(Decision.class).forEach(each -> decisions.add(each.getId()));
    }
    return new Surroundings(
        names(files(Path.of("forms"), ".form")),
        files(Path.of("forms"), ".html").stream()
            .map(ShippedModels::slashes)
            .collect(Collectors.toSet()),
        letters(),
        clocks,
        beans(),
        processes,
        decisions,
        variables,
        roles(),
        Map.of());
  }

  /** Names of the beans that the application offers to models. */
  static Set<String> beans() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(ProcessBean.class));
    Set<String> names = new TreeSet<>();
    for (var candidate : scan.findCandidateComponents("org.practicereview")) {
      try {
        Class<?> type = Class.forName(candidate.getBeanClassName());
        names.add(type.getAnnotation(ProcessBean.class).value());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return names;
  }

  private static Set<String> roles() {
    return Stream.of(Role.values()).map(Role::id).collect(Collectors.toSet());
  }

  private static Set<String> letters() {
    Path folder = Path.of("src/main/resources/letters");
    return files(folder, ".html").stream()
        .map(file -> slashes(folder.relativize(file)).replaceAll("\\.html$", ""))
        .collect(Collectors.toSet());
  }

  private static Set<String> names(List<Path> files) {
    return files.stream()
        .map(file -> file.getFileName().toString().replaceAll("\\.[a-z]+$", ""))
        .collect(Collectors.toSet());
  }

  static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static final class Parsed {

    private static final List<ShippedModel> PROCESSES = parse();
    private static final List<DmnModelInstance> DECISIONS =
        files(Path.of("processes"), ".dmn").stream()
            .map(file -> Dmn.readModelFromFile(file.toFile()))
            .toList();
    private static final Surroundings SURROUNDINGS = lookAround();
  }
}
