package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Says in sentences how the text of a letter differs from the one before it, part by part. */
final class DifferenceOfLetters {

  private static final Pattern PATH = Pattern.compile("\\$\\{(\\w+)\\.?([^}]*)}");
  private static final Set<String> PARTS = Set.of("p", "h2", "h3", "li", "th", "td", "caption");
  private static final List<String> CONDITIONS =
      List.of("th:if", "th:unless", "th:each", "th:with");

  private DifferenceOfLetters() {}

  /** Words of a letter, and when they are printed. */
  private record Part(String words, String conditions) {}

  static List<String> between(String before, String after) {
    LetterParts old = new LetterParts(before);
    LetterParts now = new LetterParts(after);
    List<String> sentences = new ArrayList<>();
    say("The letter is called \"%2$s\" now, was \"%1$s\".", old.title(), now.title(), sentences);
    say(
        "The subject line reads \"%2$s\" now, was \"%1$s\".",
        old.subject(), now.subject(), sentences);
    Set<String> heads = new TreeSet<>(old.meta().keySet());
    heads.addAll(now.meta().keySet());
    heads.removeAll(Set.of("subject", "optional"));
    for (String name : heads) {
      say(
          "Its head says of \"" + name + "\": %2$s, was %1$s.",
          Objects.requireNonNullElse(old.meta().get(name), "nothing"),
          Objects.requireNonNullElse(now.meta().get(name), "nothing"),
          sentences);
    }
    words(parts(old), parts(now), sentences);
    printed(old.facts(), now.facts(), "It no longer prints \"%s\".", sentences);
    printed(now.facts(), old.facts(), "It prints \"%s\" now.", sentences);
    return sentences;
  }

  private static void say(String sentence, String old, String now, List<String> sentences) {
    if (!old.equals(now)) {
      sentences.add(sentence.formatted(old, now));
    }
  }

  private static void printed(
      Set<String> in, Set<String> notIn, String sentence, List<String> sentences) {
    in.stream()
        .filter(key -> !notIn.contains(key))
        .forEach(key -> sentences.add(sentence.formatted(DrawingLists.inWords(key))));
  }

  /** What stays in both, in order, parts the text; between that, one is held against the other. */
  private static void words(List<Part> old, List<Part> now, List<String> sentences) {
    int[][] same = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        same[i][j] =
            old.get(i).equals(now.get(j))
                ? same[i + 1][j + 1] + 1
                : Math.max(same[i + 1][j], same[i][j + 1]);
      }
    }
    List<Part> gone = new ArrayList<>();
    List<Part> come = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        changed(gone, come, sentences);
        i++;
        j++;
      } else if (j >= now.size() || i < old.size() && same[i + 1][j] >= same[i][j + 1]) {
        gone.add(old.get(i++));
      } else {
        come.add(now.get(j++));
      }
    }
    changed(gone, come, sentences);
  }

  private static void changed(List<Part> gone, List<Part> come, List<String> sentences) {
    for (int at = 0; at < Math.max(gone.size(), come.size()); at++) {
      if (at >= come.size()) {
        sentences.add("Taken out: \"%s\"".formatted(gone.get(at).words()));
      } else if (at >= gone.size()) {
        sentences.add("Put in: \"%s\"".formatted(come.get(at).words()));
      } else if (gone.get(at).words().equals(come.get(at).words())) {
        sentences.add(
            "\"%s\" is printed in other cases or another form than before."
                .formatted(come.get(at).words()));
      } else {
        sentences.add(
            "\"%s\" now reads \"%s\"".formatted(gone.get(at).words(), come.get(at).words()));
      }
    }
    gone.clear();
    come.clear();
  }

  private static List<Part> parts(LetterParts letter) {
    List<Part> parts = new ArrayList<>();
    for (Element one :
        Jsoup.parse("<body>" + letter.body() + "</body>", "", Parser.xmlParser())
            .getAllElements()) {
      String own = own(one).replaceAll("\\s+", " ").strip();
      if (!own.isEmpty() && (PARTS.contains(one.tagName()) || !inPart(one))) {
        parts.add(new Part(own, conditions(one)));
      }
    }
    return parts;
  }

  /** A condition around words inside a paragraph counts as its own part of the conditions. */
  private static String conditions(Element one) {
    StringBuilder conditions = new StringBuilder(one.tagName());
    for (Element at = one; at != null; at = at.parent()) {
      add(at, conditions);
    }
    one.select("*").forEach(inner -> add(inner, conditions));
    return conditions.toString();
  }

  private static void add(Element at, StringBuilder conditions) {
    for (String condition : CONDITIONS) {
      if (at.hasAttr(condition)) {
        conditions.append(' ').append(condition).append(' ').append(at.attr(condition));
      }
    }
    conditions.append(at.hasAttr(LetterKept.MARK) ? " " + at.attr(LetterKept.MARK) : "");
  }

  private static boolean inPart(Element one) {
    for (Element at = one.parent(); at != null; at = at.parent()) {
      if (PARTS.contains(at.tagName())) {
        return true;
      }
    }
    return false;
  }

  /** Its words without those of parts inside it. */
  private static String own(Element one) {
    if (one.hasAttr("th:text")) {
      return inWords(one.attr("th:text"));
    }
    StringBuilder words = new StringBuilder();
    for (Node node : one.childNodes()) {
      if (node instanceof TextNode text) {
        words.append(inWords(text.getWholeText()));
      } else if (node instanceof Element inner && !PARTS.contains(inner.tagName())) {
        boolean holdsParts =
            inner.getAllElements().stream().anyMatch(each -> PARTS.contains(each.tagName()));
        words.append(holdsParts ? "" : own(inner));
      }
    }
    return words.toString();
  }

  /** From {@code [[${fact.replyBy}]]} to what is printed there, by name. */
  private static String inWords(String written) {
    return PATH.matcher(written.replace("[[", "").replace("]]", ""))
        .replaceAll(
            path ->
                "["
                    + DrawingLists.inWords(path.group(2).isEmpty() ? path.group(1) : path.group(2))
                        .replaceAll("[\\[\\]'$\\\\]", "")
                    + "]");
  }
}
