package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.forms.FormField;
import org.practicereview.letters.LetterTemplate;
import org.practicereview.letters.LetterTemplates;
import org.practicereview.modelling.DrawingLists.Choice;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * What a letter may print. Its facts are its own, and those that shipped letters of the same stage
 * print to the same readers: a letter to a family offers none that only agencies are told.
 */
@Component
class LetterFacts {

  private static final Pattern ROW = Pattern.compile("\\$\\{row\\.(\\w+)}");

  private static final Map<String, Set<String>> ALWAYS =
      Map.of(
          "letter",
          Set.of("reference", "title", "date", "recipient", "recipientRole", "recipientKind"),
          "partnership",
          Set.of("name", "shortName", "guidance", "mailbox", "secondMailbox", "telephone", "steps"),
          "service",
          Set.of("address"),
          "clock",
          Set.of("name", "dueOn", "newDate", "state"),
          "about",
          Set.of("name", "dueOn", "newDate", "state"),
          "agency",
          Set.of("name", "state", "answered", "askedOn", "dueOn", "answeredOn"),
          "agencies",
          Set.of());

  private final LetterTemplates letters;
  private final Partnerships partnerships;
  private final DeployedFiles files;
  private final RepositoryService repository;
  private final EngineIdentity identity;

  LetterFacts(
      LetterTemplates letters,
      Partnerships partnerships,
      DeployedFiles files,
      RepositoryService repository,
      EngineIdentity identity) {
    this.letters = letters;
    this.partnerships = partnerships;
    this.files = files;
    this.repository = repository;
    this.identity = identity;
  }

  boolean isLetter(String id) {
    return letters.ids().contains(id);
  }

  /** Within what a letter may be changed. */
  LetterBounds bounds(String id) {
    LetterParts inUse = new LetterParts(letters.text(id));
    LetterParts shipped = letters.shipped(id).map(LetterParts::new).orElse(inUse);
    List<LetterParts> alike = alike(id, shipped);
    Set<String> facts = new TreeSet<>();
    Set<String> rows = new TreeSet<>();
    for (LetterParts one : alike) {
      facts.addAll(one.listed("required"));
      facts.addAll(one.listed("optional"));
      facts.addAll(one.facts());
      ROW.matcher(one.body()).results().forEach(found -> rows.add(found.group(1)));
    }
    Map<String, Set<String>> keys = new TreeMap<>(ALWAYS);
    keys.put("row", rows);
    keys.put("word", of(partnership -> partnership.vocabulary().keySet()));
    keys.put("option", of(partnership -> partnership.options().keySet()));
    keys.put("setting", of(partnership -> partnership.settings().keySet()));
    if (alike.stream().anyMatch(one -> one.body().contains("${ownLink."))) {
      keys.put("ownLink", Set.of("address", "until"));
    }
    if (!shipped.listed("partner-facts").isEmpty()) {
      keys.put("partners", Set.of());
    }
    return new LetterBounds(shipped, inUse, facts, keys, clocks().keySet());
  }

  private Set<String> of(Function<Partnership, Set<String>> keys) {
    return partnerships.all().stream()
        .flatMap(one -> keys.apply(one).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The letter as shipped and as in use, and the shipped ones of its stage for the same readers.
   */
  private List<LetterParts> alike(String id, LetterParts shipped) {
    LetterTemplate one = LetterTemplates.tried(id, shipped.text());
    String stage = id.replaceFirst("/.*", "/");
    List<LetterParts> alike = new ArrayList<>(List.of(shipped, new LetterParts(letters.text(id))));
    letters.ids().stream()
        .filter(other -> other.startsWith(stage) && !other.equals(id))
        .flatMap(
            other ->
                letters.shipped(other).stream().map(text -> LetterTemplates.tried(other, text)))
        .filter(
            other ->
                other.notice() == one.notice()
                    && other.document() == one.document()
                    && other.access().equals(one.access())
                    && other.ownReader() == one.ownReader()
                    && other.mayBePassedOn() == one.mayBePassedOn()
                    && other.namesNoPlace() == one.namesNoPlace())
        .forEach(other -> alike.add(new LetterParts(letters.shipped(other.id()).orElseThrow())));
    return alike;
  }

  /** The names of the clocks, by id. */
  Map<String, String> clocks() {
    String table =
        identity.asService(
            () -> files.latest(repository).decision(ClockTableRule.CLOCKS).orElse(null));
    Map<String, String> clocks = new TreeMap<>();
    if (table != null) {
      Tables.rows(table, ClockTableRule.CLOCKS)
          .forEach(row -> clocks.put(row.given(), row.text("name")));
    }
    return clocks;
  }

  /** Ids of all forms. */
  Set<String> forms() {
    return identity.asService(() -> files.latest(repository).schemas()).keySet();
  }

  /** The questions of all forms, those of rows among them, by key. */
  Map<String, FormField> questions() {
    Map<String, FormField> questions = new TreeMap<>();
    identity
        .asService(() -> files.latest(repository).schemas())
        .values()
        .forEach(
            form ->
                form.questions()
                    .forEach(
                        field -> {
                          // A form that only shows a fact may call it otherwise.
                          if (!field.isShown()) {
                            questions.put(field.key(), field);
                          }
                          questions.putIfAbsent(field.key(), field);
                          field.rows().forEach(row -> questions.putIfAbsent(row.key(), row));
                        }));
    return questions;
  }

  /** What can be put into a letter, in groups: what is written into the text, and what it means. */
  Map<String, List<Choice>> choices(String id) {
    LetterBounds bounds = bounds(id);
    Map<String, FormField> questions = questions();
    Map<String, List<Choice>> groups = new LinkedHashMap<>();
    groups.put(
        "Facts of the case",
        sorted(bounds.facts().stream().map(key -> LetterInserts.choice("fact", key, questions))));
    groups.put(
        "About the reader",
        sorted(
            Stream.concat(
                Stream.of(new Choice("[[${letter.recipient}]]", "Name of the reader")),
                bounds.keys().get("row").stream()
                    .map(key -> LetterInserts.choice("row", key, questions)))));
    groups.put(
        "Dates by which something is due",
        sorted(
            clocks().entrySet().stream()
                .map(
                    clock ->
                        new Choice(
                            "[[${clock['" + clock.getKey() + "'].dueOn}]]", clock.getValue()))));
    groups.put(
        "The partnership",
        List.of(
            new Choice("[[${partnership.name}]]", "Name of the partnership"),
            new Choice("[[${partnership.telephone}]]", "Telephone number"),
            new Choice("[[${partnership.mailbox}]]", "Mailbox"),
            new Choice("[[${letter.reference}]]", "Reference of the case"),
            new Choice("[[${service.address}]]", "Address of this service")));
    groups.put(
        "Words of the partnership",
        sorted(
            bounds.keys().get("word").stream()
                .map(key -> new Choice("[[${word." + key + "}]]", DrawingLists.inWords(key)))));
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  private static List<Choice> sorted(Stream<Choice> choices) {
    return choices.sorted(Comparator.comparing(Choice::label)).toList();
  }
}
