package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What may not go from a letter: its marking and what its head decides, the facts that the shipped
 * text must say, and the parts that the shipped text marks as promised or kind to its reader. Their
 * words can be changed.
 */
final class LetterKept {

  /** Marks a part that may not go; its value is what the part says. */
  static final String MARK = "data-keep";

  private static final int SHORTEST = 12;

  /** What the head decides, and what is said where that is missing or changed. */
  private static final Map<String, String> HEAD = new LinkedHashMap<>();

  static {
    HEAD.put("classification", "its protective marking");
    HEAD.put("access", "who may read it in the case file");
    HEAD.put("kind", "whether it is a letter, a notice or a document");
    HEAD.put("own-reader", "that it belongs to its reader");
    HEAD.put("may-be-passed-on", "whether it may be passed on");
    HEAD.put("urgent", "that a person sees to it at once when it does not arrive");
    HEAD.put("place", "whether it names the place");
    HEAD.put("answer-by", "how it is answered");
    HEAD.put("no-blame", "that a review is about learning, not blame");
    HEAD.put("enclosures", "what goes with it");
    HEAD.put("partner-facts", "what each partner said for itself");
  }

  private LetterKept() {}

  static void check(LetterParts now, LetterBounds bounds, LetterFaults faults) {
    Map<String, String> shipped = bounds.shipped().meta();
    Map<String, String> inUse = bounds.inUse().meta();
    HEAD.forEach(
        (name, says) -> {
          String value = now.meta().get(name);
          if (!Objects.equals(value, shipped.get(name))
              && !Objects.equals(value, inUse.get(name))) {
            faults.whole(
                "its head says otherwise than before " + says + " (" + name + ")",
                "Put \"" + Objects.requireNonNullElse(shipped.get(name), "nothing") + "\" back.");
          }
        });
    facts(now, bounds, faults);
    Map<String, Part> kept = parts(now.body());
    Map<String, Part> promised = new LinkedHashMap<>(parts(bounds.shipped().body()));
    promised.putAll(parts(bounds.inUse().body()));
    promised.forEach(
        (says, part) -> {
          Part there = kept.get(says);
          if (there == null || there.words().length() < SHORTEST) {
            faults.whole(
                "it no longer says " + says,
                "Put the part back that is marked "
                    + MARK
                    + "=\""
                    + says
                    + "\". Its words can be yours; shipped, it reads: \""
                    + part.words()
                    + "\"");
          } else if (!there.conditions().equals(part.conditions())) {
            faults.whole(
                "it does not say " + says + " to the same readers as before",
                "Print that part under the same conditions as before.");
          }
        });
  }

  private static void facts(LetterParts now, LetterBounds bounds, LetterFaults faults) {
    Set<String> said = new TreeSet<>(bounds.shipped().listed("required"));
    said.retainAll(bounds.shipped().facts());
    said.retainAll(bounds.inUse().facts());
    for (String fact : said) {
      if (!now.facts().contains(fact) || !now.listed("required").contains(fact)) {
        faults.whole(
            "it no longer says \"" + DrawingLists.inWords(fact) + "\", which this letter must say",
            "Choose it from the list and put it back into the text.");
      }
    }
  }

  private record Part(String words, List<String> conditions) {}

  private static Map<String, Part> parts(String body) {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Element one :
        Jsoup.parse("<body>" + body + "</body>", "", Parser.xmlParser()).select("[" + MARK + "]")) {
      List<String> conditions = new ArrayList<>();
      for (Element at = one; at != null; at = at.parent()) {
        for (String condition : List.of("th:if", "th:unless", "th:each")) {
          if (at.hasAttr(condition)) {
            conditions.add(condition + " " + at.attr(condition));
          }
        }
      }
      parts.put(one.attr(MARK), new Part(one.text().strip(), conditions));
    }
    return parts;
  }
}
