package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practicereview.letters.LetterPreview;
import org.practicereview.letters.LetterPreview.NotFilled;
import org.practicereview.letters.LetterPreview.Sample;
import org.practicereview.letters.LetterTemplate;
import org.practicereview.letters.LetterTemplates;
import org.springframework.stereotype.Component;

/**
 * What the text of a letter must keep. It prints the facts that it may print, says what its shipped
 * text may not leave out, and can be printed whatever is known of a case.
 */
@Component
class LetterGate {

  private static final int LONGEST = 60_000;
  private static final int LONGEST_LINE = 150;

  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\bth:(text|if|unless|each|with)=\"([^\"]*)\"");
  private static final Pattern INLINE = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);
  private static final Pattern PATH = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern STEPS =
      Pattern.compile("\\s*([a-zA-Z]\\w*)((?:\\.[a-zA-Z]\\w*|\\['[a-zA-Z0-9_-]+'])*)\\s*");
  private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\['([\\w-]+)'");
  private static final Pattern BETWEEN_BARS = Pattern.compile("\\|[^|]*\\|");
  private static final Pattern QUOTATION = Pattern.compile("(?<!\\\\)'");
  private static final Pattern LOCAL = Pattern.compile("\\bth:(?:each|with)=\"([^\"]*)\"");
  private static final Pattern LOCAL_NAME = Pattern.compile("(?:^|,)\\s*(\\w+)\\s*[:=](?!=)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?!reference}|partnership})|\\$");

  /** What may be asked for as a whole, in a condition or line by line. */
  private static final Set<String> WHOLE = Set.of("about", "agency", "agencies", "partners");

  private final LetterFacts facts;
  private final LetterSamples samples;
  private final LetterPreview preview;

  LetterGate(LetterFacts facts, LetterSamples samples, LetterPreview preview) {
    this.facts = facts;
    this.samples = samples;
    this.preview = preview;
  }

  /** Everything that is wrong with letters, by the names of their files. */
  List<Fault> check(Map<String, String> letters) {
    List<Fault> faults = new ArrayList<>();
    letters.forEach((file, text) -> faults.addAll(check(file, text)));
    return faults;
  }

  /** Everything that is wrong with the text of a letter, from its first line to its last. */
  List<Fault> check(String file, String text) {
    String id = LetterFile.id(file);
    if (!facts.isLetter(id)) {
      Fault unknown =
          new Fault(
              file,
              "",
              "",
              "there is no such letter",
              "Change one of those under Models, Letters.");
      return List.of(unknown);
    }
    LetterBounds bounds = facts.bounds(id);
    LetterParts parts = new LetterParts(text);
    LetterFaults faults = new LetterFaults(file);
    if (text.length() > LONGEST) {
      faults.whole("it is longer than 60,000 characters", "Make it shorter.");
      return faults.found();
    }
    head(parts, faults);
    if (parts.body().isBlank()) {
      faults.whole("it has no words", "Write what the letter is to say.");
      return faults.found();
    }
    LetterMarks.check(parts.body(), faults);
    if (faults.found().isEmpty()) {
      paths(parts, bounds, faults);
      expressions(parts, bounds, faults);
      LetterKept.check(parts, bounds, faults);
      characters(parts, faults);
    }
    if (faults.found().isEmpty()) {
      filled(id, parts, faults);
    }
    return faults.found();
  }

  private static void head(LetterParts parts, LetterFaults faults) {
    if (parts.title().isBlank() || parts.title().length() > LONGEST_LINE) {
      faults.at(LetterFaults.TITLE, "it must have 1 to 150 characters", "Write a title.");
    }
    String subject = parts.subject();
    if (subject.isBlank() || subject.length() > LONGEST_LINE) {
      faults.at(
          LetterFaults.SUBJECT,
          "it must have 1 to 150 characters",
          "Write what the mail is about. Name no one in it.");
    } else if (PLACEHOLDER.matcher(subject).find()) {
      faults.at(
          LetterFaults.SUBJECT,
          "it may hold no facts",
          "Only {reference} and {partnership} can stand in it: anyone may see a subject line.");
    }
  }

  private static void paths(LetterParts parts, LetterBounds bounds, LetterFaults faults) {
    String body = parts.body();
    Set<String> locals = locals(body);
    boolean notice = "notice".equals(parts.meta().get("kind"));
    Matcher path = PATH.matcher(body);
    while (path.find()) {
      Matcher steps = STEPS.matcher(path.group(1));
      if (!steps.matches()) {
        faults.line(
            body,
            path.start(),
            "\"" + path.group(1).strip() + "\" is no fact",
            "Choose what is to be printed from the list beside the text.");
        continue;
      }
      String root = steps.group(1);
      Matcher step = STEP.matcher(steps.group(2));
      String key = step.find() ? step.group(step.group(1) != null ? 1 : 2) : "";
      // A name of one's own hides no fact: elsewhere in the letter it would still be one.
      if (locals.contains(root) && !root.equals("fact")) {
        continue;
      }
      String wrong = "";
      if (root.equals("fact")) {
        wrong =
            notice
                ? "a notice goes as an open e-mail, and may print no facts"
                : bounds.facts().contains(key)
                    ? ""
                    : "it may not print \"" + DrawingLists.inWords(key) + "\" (" + key + ")";
      } else if (root.equals("clock")) {
        wrong = bounds.clocks().contains(key) ? "" : "there is no clock \"" + key + "\"";
      } else if (!bounds.keys().containsKey(root)) {
        wrong = "\"" + root + "\" is nothing that a letter can print";
      } else if (key.isEmpty() && !WHOLE.contains(root)) {
        wrong = "\"" + root + "\" alone prints everything that is known of it";
      } else if (!key.isEmpty() && !bounds.keys().get(root).contains(key)) {
        wrong = "\"" + root + "." + key + "\" is nothing that this letter can print";
      }
      if (!wrong.isEmpty()) {
        faults.line(
            body,
            path.start(),
            wrong,
            "Choose what is to be printed from the list beside the text.");
      }
    }
  }

  private static Set<String> locals(String body) {
    Set<String> locals = new HashSet<>();
    LOCAL
        .matcher(body)
        .results()
        .forEach(
            one ->
                LOCAL_NAME
                    .matcher(one.group(1))
                    .results()
                    .forEach(name -> locals.add(name.group(1))));
    return locals;
  }

  /**
   * Each condition and each piece is tried by itself: a branch not taken must not hide a mistake.
   */
  private void expressions(LetterParts parts, LetterBounds bounds, LetterFaults faults) {
    String body = parts.body();
    Set<String> known = new TreeSet<>(bounds.facts());
    known.addAll(parts.facts());
    Map<Integer, String> pieces = new LinkedHashMap<>();
    ATTRIBUTE
        .matcher(body)
        .results()
        .forEach(one -> pieces.put(one.start(), "<th:block " + one.group() + "></th:block>"));
    INLINE.matcher(body).results().forEach(one -> pieces.put(one.start(), one.group()));
    pieces.forEach(
        (at, piece) -> {
          if (hasLooseQuotation(piece) || preview.fault(piece, known).isPresent()) {
            faults.line(
                body,
                at,
                "this cannot be read: " + shortened(piece),
                "Look for a quotation mark, a bracket or a bar that is missing, or choose the fact"
                    + " from the list again.");
          }
        });
  }

  /** The template engine takes a quotation mark that is not closed for a word. */
  private static boolean hasLooseQuotation(String piece) {
    return QUOTATION.matcher(BETWEEN_BARS.matcher(piece).replaceAll("")).results().count() % 2 == 1;
  }

  private static String shortened(String piece) {
    String plain = piece.replaceFirst("^<th:block ", "").replaceFirst("></th:block>$", "").strip();
    return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
  }

  private void characters(LetterParts parts, LetterFaults faults) {
    String[] lines = parts.body().split("\n", -1);
    for (int at = 0; at < lines.length; at++) {
      List<String> missing = preview.missing(lines[at].replace("\t", " "));
      if (!missing.isEmpty()) {
        faults.line(
            at + 1,
            "no font has " + String.join(" ", missing),
            "Write the words without it; it could not be printed.");
      }
    }
  }

  private void filled(String id, LetterParts parts, LetterFaults faults) {
    LetterTemplate template;
    try {
      template = LetterTemplates.tried(id, parts.text());
    } catch (IllegalStateException e) {
      faults.whole(e.getMessage(), "Put it right, or take the version in use and begin again.");
      return;
    }
    for (boolean bare : List.of(false, true)) {
      Sample sample = samples.of(parts, "", Map.of(), bare);
      NotFilled not = preview.fault(template, sample).orElse(null);
      if (not != null) {
        String known =
            bare
                ? "it cannot be printed where optional facts are not known"
                : "it cannot be printed";
        faults.line(Math.max(1, not.line() - 1), known, "Look at the conditions around this line.");
        return;
      }
    }
  }
}
