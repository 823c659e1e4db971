package org.practicereview.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.practicereview.casefile.FormAnswers;

/**
 * The names that stand in the case file: every answer to a question whose key ends in {@code Name},
 * but for reviewers, who are named in the report, and for agencies and places; and what other
 * answers call by name, with a title or as a relative.
 */
final class KnownNames {

  /** Whose name it is, from the key of the question. */
  enum Whose {
    CHILD("the name of a child"),
    FAMILY("the name of a family member"),
    OTHER("the name of a practitioner or another person");

    private final String words;

    Whose(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final Pattern NOT_A_PERSON =
      Pattern.compile("(?i)(.*reviewer|.*agency|partnership|.*organisation|area|school|process).*");
  private static final Pattern FAMILY =
      Pattern.compile("(?i)(family|person|relative|parent|sibling|carer).*");

  private static final String RELATIVE =
      "mother|father|mum|mam|dad|stepmother|stepfather|parent|partner|boyfriend|girlfriend|sister"
          + "|brother|sibling|grandmother|grandfather|nan|grandad|aunt|uncle|cousin|carer|son"
          + "|daughter|child|baby|boy|girl";
  private static final String TITLE =
      "mr|mrs|ms|miss|mx|dr|prof|professor|pc|dc|ds|di|sgt|nurse|cllr";
  private static final String NAME =
      "(\\p{Lu}[\\p{L}\\p{M}'’.-]+(?: \\p{Lu}[\\p{L}\\p{M}'’-]+){0,3})";

  /** Where a text names someone beyond doubt; the first group is the name. */
  private static final Map<Whose, Pattern> NAMED_IN_TEXT =
      Map.of(
          Whose.FAMILY,
          Pattern.compile(
              "\\b(?:(?i:"
                  + RELATIVE
                  + ")(?: (?i:is|was|is called|was called|called|named) |: ?|(?:, | \\()(?="
                  + NAME.replace("(\\p", "(?:\\p")
                  + "(?:[,);.]| (?:and|was|is|had|has|said|told|who|came|called|aged)\\b)))|(?:"
                  + RELATIVE
                  + ") )"
                  + NAME),
          Whose.OTHER,
          Pattern.compile("\\b(?i:" + TITLE + ")\\.? " + NAME));

  /** What is written in the place of a name, or before one. */
  private static final Set<String> NO_NAME = Set.of((RELATIVE + "|" + TITLE).split("\\|"));

  private static final Set<String> WORDS =
      Set.of(
          "the",
          "and",
          "of",
          "her",
          "his",
          "their",
          "not",
          "known",
          "unknown",
          "none",
          "given",
          "doctor",
          "teacher",
          "officer",
          "worker",
          "social",
          "health",
          "visitor",
          "lead",
          "safeguarding",
          "named",
          "to",
          "us",
          "me",
          "my",
          "he",
          "she",
          "it",
          "we",
          "no",
          "is",
          "in",
          "at",
          "on",
          "or",
          "by",
          "as",
          "na",
          "tbc",
          "see",
          "above",
          "below",
          "same",
          "police",
          "panel",
          "protection",
          "services",
          "school",
          "hospital",
          "this",
          "there",
          "then");

  /** Small words within surnames, never a name by themselves where another word follows. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "di", "do", "du", "dos", "la", "le", "el", "al", "st", "van", "von", "der",
          "den", "ter", "bin", "bint", "ibn", "ap", "ab");

  private final Map<Whose, Set<String>> wholeNames = new EnumMap<>(Whose.class);
  private final Map<Whose, Set<String>> parts = new EnumMap<>(Whose.class);
  private final Map<Whose, Set<String>> notSearched = new EnumMap<>(Whose.class);
  private final Map<Whose, Pattern> patterns = new EnumMap<>(Whose.class);

  private KnownNames() {}

  /**
   * The names in a case's answers.
   *
   * @param pseudonym what the child is called in the report, or empty; never a hit
   */
  static KnownNames of(Collection<FormAnswers> answers, String pseudonym) {
    KnownNames names = new KnownNames();
    Set<String> allowed =
        NameWords.of(pseudonym).stream().map(NameWords::folded).collect(Collectors.toSet());
    answers.forEach(given -> names.collect("", given.values(), allowed));
    onlyOnce(names.wholeNames);
    onlyOnce(names.parts);
    names.compile();
    return names;
  }

  /** A name that several people bear is told of once: of the child first. */
  private static void onlyOnce(Map<Whose, Set<String>> names) {
    Set<String> told = new TreeSet<>();
    names
        .values()
        .forEach(
            each -> {
              each.removeAll(told);
              told.addAll(each);
            });
  }

  private void collect(String key, Object value, Set<String> allowed) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((question, cell) -> collect(String.valueOf(question), cell, allowed));
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> collect(key, item, allowed));
    } else if (value instanceof String text) {
      if (key.endsWith("Name")) {
        add(key, text, allowed);
      } else if (!NOT_A_PERSON.matcher(key).matches()) {
        NAMED_IN_TEXT.forEach((whose, named) -> inText(whose, named.matcher(text), allowed));
      }
    }
  }

  private void inText(Whose whose, Matcher named, Set<String> allowed) {
    while (named.find()) {
      add(whose, named.group(1), allowed);
    }
  }

  private void add(String key, String name, Set<String> allowed) {
    if (NOT_A_PERSON.matcher(key).matches()) {
      return;
    }
    add(
        key.startsWith("child")
            ? Whose.CHILD
            : FAMILY.matcher(key).matches() ? Whose.FAMILY : Whose.OTHER,
        name,
        allowed);
  }

  private void add(Whose whose, String name, Set<String> allowed) {
    List<String> words = new ArrayList<>(NameWords.of(name));
    words.removeIf(
        word -> {
          String plain = NameWords.folded(word).toLowerCase(Locale.UK);
          return NO_NAME.contains(plain)
              || WORDS.contains(plain)
              || allowed.contains(NameWords.folded(word));
        });
    if (words.isEmpty()) {
      return;
    }
    if (words.size() > 1) {
      put(wholeNames, whose, String.join(" ", words));
    }
    // A child or relative is known by any part of the name, everyone else by the surname.
    List<String> telling =
        whose == Whose.OTHER ? words.subList(words.size() - 1, words.size()) : words;
    Set<String> single = new LinkedHashSet<>();
    for (String word : telling) {
      boolean particle =
          PARTICLES.contains(word.toLowerCase(Locale.UK))
              && word != telling.get(telling.size() - 1);
      if (!particle) {
        NameWords.parts(word).stream().filter(NameWords::canBeSearched).forEach(single::add);
      }
    }
    single.forEach(word -> put(parts, whose, word));
    if (single.isEmpty() && words.size() == 1) {
      put(notSearched, whose, "it has one letter only");
    }
    if (words.stream().anyMatch(NameWords::otherScript)) {
      put(
          notSearched,
          whose,
          "it is known in another script, and was searched for in that one only");
    }
  }

  private static void put(Map<Whose, Set<String>> names, Whose whose, String name) {
    names.computeIfAbsent(whose, any -> new TreeSet<>()).add(name);
  }

  private void compile() {
    for (Whose whose : Whose.values()) {
      Set<String> each = new LinkedHashSet<>();
      for (String name : wholeNames.getOrDefault(whose, Set.of())) {
        NameWords.spellings(name).forEach(spelling -> each.add(NameWords.whole(spelling)));
      }
      for (String name : parts.getOrDefault(whose, Set.of())) {
        NameWords.spellings(name).forEach(spelling -> each.add(NameWords.alone(spelling)));
      }
      if (!each.isEmpty()) {
        patterns.put(whose, Pattern.compile(String.join("|", each)));
      }
    }
  }

  /** The names themselves, whole and in parts. */
  Map<Whose, Set<String>> each() {
    Map<Whose, Set<String>> each = new EnumMap<>(Whose.class);
    for (Whose whose : Whose.values()) {
      Set<String> all = new TreeSet<>(wholeNames.getOrDefault(whose, Set.of()));
      all.addAll(parts.getOrDefault(whose, Set.of()));
      each.put(whose, all);
    }
    return each;
  }

  /** Whether the case file names anyone at all. */
  boolean isEmpty() {
    return patterns.isEmpty() && notSearched.isEmpty();
  }

  /** Whose names could not be searched for, or not in every writing, a part of a sentence each. */
  List<String> notSearched() {
    return notSearched.entrySet().stream()
        .flatMap(
            each -> each.getValue().stream().map(why -> each.getKey().words() + " (" + why + ")"))
        .toList();
  }

  /** Whose names stand in a text. */
  Set<Whose> in(String text) {
    List<String> readings = NameWords.readings(text);
    Set<Whose> found = new TreeSet<>();
    patterns.forEach(
        (whose, names) -> {
          if (readings.stream().anyMatch(reading -> names.matcher(reading).find())) {
            found.add(whose);
          }
        });
    return found;
  }
}
