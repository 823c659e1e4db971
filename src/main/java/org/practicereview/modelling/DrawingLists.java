package org.practicereview.modelling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.forms.FormField;
import org.practicereview.letters.LetterTemplate;
import org.practicereview.letters.LetterTemplates;
import org.practicereview.modelling.Submission.Sender;
import org.practicereview.security.Role;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/** What can be chosen while a model is drawn, so that no one has to know a key or to type it. */
@Service
public class DrawingLists {

  private final ProposalStore store;
  private final DeployedFiles files;
  private final Installation installation;
  private final LetterTemplates letters;
  private final RepositoryService repository;
  private final EngineIdentity identity;

  DrawingLists(
      ProposalStore store,
      DeployedFiles files,
      Installation installation,
      LetterTemplates letters,
      RepositoryService repository,
      EngineIdentity identity) {
    this.store = store;
    this.files = files;
    this.installation = installation;
    this.letters = letters;
    this.repository = repository;
    this.identity = identity;
  }

  /** One of a list: as the model names it, and as people read it. */
  public record Choice(String value, String label) {}

  /** A form, with the answers by which a model can choose its way. */
  public record FormChoice(
      String id, String value, String label, boolean page, List<Asked> questions) {}

  /** A question of a form that has one answer of a few; of none where the case has them. */
  public record Asked(String key, String label, boolean yesOrNo, List<Choice> answers) {}

  /**
   * All lists.
   *
   * @param proposal whose files are among them; empty for what is in use alone
   */
  public Map<String, Object> all(String proposal) {
    Submission all = submission(proposal);
    UsedInModels used = new UsedInModels(all.allModels());
    Map<String, Object> lists = new TreeMap<>();
    List<Choice> roles = roles();
    List<Choice> clocks = clocks(all);
    List<Choice> processes = processes(all);
    List<Choice> written = letters(false);
    List<Choice> notices = letters(true);
    List<Choice> dates = dates(all);
    lists.put("roles", roles);
    lists.put("rolesOfCase", used.rolesOfCase());
    lists.put("forms", forms(all, used));
    lists.put("formIds", formIds(all, used));
    lists.put("clocks", clocks);
    lists.put("processes", processes);
    lists.put("letters", written);
    lists.put("demands", used.values("task", "demands"));
    lists.put("listeners", used.listeners());
    lists.put("collections", used.collections());
    lists.put("conditions", used.conditions());
    lists.put("templates", templates());
    Map<String, List<Choice>> known = new TreeMap<>();
    known.put("letter", written);
    known.put("letters", written);
    known.put("notice", notices);
    known.put("clock", clocks);
    known.put("clocks", clocks);
    known.put("process", processes);
    known.put("due", dates);
    known.put("date", dates);
    known.put("until", dates);
    known.put("to", recipients(used, roles));
    lists.put("known", known);
    lists.put("used", used.fields());
    return lists;
  }

  /** What can be chosen in a table: roles, clocks and the dates that forms ask. */
  public Map<String, List<Choice>> ofTables(String proposal) {
    Submission all = submission(proposal);
    return Map.of("roles", roles(), "clocks", clocks(all), "dates", dates(all));
  }

  private Submission submission(String proposal) {
    Map<String, String> texts = new TreeMap<>();
    if (!proposal.isEmpty()) {
      store.files(proposal).forEach((name, file) -> texts.put(name, file.content()));
    }
    return identity.asService(
        () ->
            new Submission(texts, new Sender("", "", ""), files.latest(repository), installation));
  }

  private List<Choice> roles() {
    List<Choice> roles = new ArrayList<>();
    for (Role role : Role.values()) {
      if (installation.roles().contains(role.id())) {
        roles.add(new Choice(role.id(), role.title()));
      }
    }
    return roles;
  }

  private List<FormChoice> forms(Submission all, UsedInModels used) {
    Map<String, String> pages = used.pages();
    List<FormChoice> forms = new ArrayList<>();
    all.allForms()
        .forEach(
            (id, schema) -> {
              boolean page = isPage(all, id);
              List<Asked> asked = new ArrayList<>();
              schema.questions().forEach(field -> asked(field).ifPresent(asked::add));
              String label = called(id, used);
              String value = page ? pages.get(id) : id;
              if (value != null) {
                forms.add(new FormChoice(id, value, label, page, asked));
              }
            });
    forms.sort(Comparator.comparing(FormChoice::label));
    return forms;
  }

  private static List<Choice> formIds(Submission all, UsedInModels used) {
    TreeSet<String> ids = new TreeSet<>(all.allForms().keySet());
    used.values("task", "anotherPersonThan").forEach(one -> ids.add(one.value()));
    return ids.stream()
        .map(id -> new Choice(id, called(id, used)))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  private static String called(String form, UsedInModels used) {
    return used.taskOf(form).orElse(inWords(form)) + " (" + inWords(form) + ")";
  }

  private static boolean isPage(Submission all, String id) {
    String text = all.forms().getOrDefault(id, all.before().forms().getOrDefault(id, ""));
    return !text.stripLeading().startsWith("{");
  }

  private static Optional<Asked> asked(FormField field) {
    boolean choice = field.kind() == FormField.Kind.CHOICE;
    if (field.kind() == FormField.Kind.TICK || field.isYesOrNo()) {
      return Optional.of(
          new Asked(
              field.key(),
              field.label(),
              true,
              List.of(new Choice("true", "Yes"), new Choice("false", "No"))));
    }
    return choice
        ? Optional.of(
            new Asked(
                field.key(),
                field.label(),
                false,
                field.offer().choices().stream()
                    .map(one -> new Choice(one.value(), one.label()))
                    .toList()))
        : Optional.empty();
  }

  private static List<Choice> clocks(Submission all) {
    String table = all.decision(ClockTableRule.CLOCKS);
    return table == null
        ? List.of()
        : Tables.rows(table, ClockTableRule.CLOCKS).stream()
            .map(row -> new Choice(row.given(), row.text("name")))
            .sorted(Comparator.comparing(Choice::label))
            .toList();
  }

  private static List<Choice> processes(Submission all) {
    return all.allModels().stream()
        .flatMap(model -> model.all(Process.class).stream())
        .map(process -> new Choice(process.getId(), String.valueOf(process.getName())))
        .distinct()
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  private List<Choice> letters(boolean notices) {
    return letters.everyOne().stream()
        .filter(letter -> letter.notice() == notices)
        .map(letter -> new Choice(letter.id(), called(letter)))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  private static String called(LetterTemplate letter) {
    return letter.title() + " (" + inWords(letter.id()) + ")";
  }

  private static List<Choice> dates(Submission all) {
    Map<String, String> dates = new TreeMap<>();
    all.allForms()
        .values()
        .forEach(
            form ->
                form.questions().stream()
                    .filter(field -> field.kind() == FormField.Kind.DATE)
                    .forEach(field -> dates.putIfAbsent(field.key(), field.label())));
    return dates.entrySet().stream()
        .map(
            date ->
                new Choice(date.getKey(), date.getValue() + " (" + inWords(date.getKey()) + ")"))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  private static List<Choice> recipients(UsedInModels used, List<Choice> roles) {
    List<Choice> recipients = new ArrayList<>(roles);
    TreeSet<String> others = new TreeSet<>(PropertyRule.RECIPIENTS);
    others.addAll(used.recipients());
    roles.forEach(role -> others.remove(role.value()));
    others.forEach(one -> recipients.add(new Choice(one, inWords(one))));
    return recipients;
  }

  /** The templates of building blocks, by their names. */
  private static List<JsonNode> templates() {
    return Templates.ALL;
  }

  /** From {@code rows:trainingProviders} or {@code agency-return} to words. */
  static String inWords(String key) {
    String words =
        key.replaceAll("[-_/.:]", " ")
            .replaceAll("([a-z])([A-Z])", "$1 $2")
            .toLowerCase(Locale.UK)
            .strip();
    return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static final class Templates {
    private static final List<JsonNode> ALL = read();

    private static List<JsonNode> read() {
      List<JsonNode> all = new ArrayList<>();
      ObjectMapper json = new ObjectMapper();
      try {
        for (Resource one :
            new PathMatchingResourcePatternResolver()
                .getResources("classpath*:element-templates/*.json")) {
          all.add(json.readTree(one.getContentAsByteArray()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The templates of building blocks cannot be read", e);
      }
      all.sort(Comparator.comparing(one -> one.path("name").asText()));
      return List.copyOf(all);
    }
  }
}
