package org.practicereview.modelling;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The marks in the words of a letter: only those that are printed, each opened and closed. */
final class LetterMarks {

  private static final Set<String> ELEMENTS =
      Set.of(
          "p",
          "h2",
          "h3",
          "ul",
          "ol",
          "li",
          "strong",
          "em",
          "br",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "span",
          "div",
          "th:block");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "th:text",
          "th:if",
          "th:unless",
          "th:each",
          "th:with",
          "scope",
          "colspan",
          "rowspan",
          "class",
          LetterKept.MARK);

  /** What would print markup, evaluate a value twice, or reach beyond the letter. */
  private static final Map<String, String> NEVER =
      Map.of("[(", "(", "__", "_", "~{", "~", "@{", "@", "*{", "*");

  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][\\w:]*)((?:[^\"<>]|\"[^\"]*\")*?)(/?)>");
  private static final Pattern AMPERSAND =
      Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#\\d+|#x[0-9a-fA-F]+);)(\\w*;?)");

  private static final XMLInputFactory FACTORY = factory();

  private LetterMarks() {}

  static void check(String body, LetterFaults faults) {
    NEVER.forEach(
        (mark, plain) -> {
          int at = body.indexOf(mark);
          if (at >= 0) {
            faults.line(
                body,
                at,
                "a letter may not hold " + mark,
                "Write " + plain + " by itself, or other words.");
          }
        });
    AMPERSAND
        .matcher(body)
        .results()
        .forEach(
            one ->
                faults.line(
                    body,
                    one.start(),
                    "\"" + one.group() + "\" is not known here",
                    "Write &amp; for the sign &, and any other character itself."));
    closed(body, faults);
    if (faults.found().isEmpty()) {
      walk(body, faults);
    }
  }

  /** Each mark that is opened is closed, in the order in which they were opened. */
  private static void closed(String body, LetterFaults faults) {
    Deque<MatchResult> open = new ArrayDeque<>();
    for (MatchResult tag : TAG.matcher(body).results().toList()) {
      String name = tag.group(2);
      if (tag.group(1).isEmpty()) {
        if (tag.group(4).isEmpty()) {
          open.push(tag);
        }
      } else if (open.stream().anyMatch(one -> one.group(2).equals(name))) {
        while (!open.peek().group(2).equals(name)) {
          notClosed(body, open.pop(), faults);
        }
        open.pop();
      } else {
        faults.line(
            body,
            tag.start(),
            "</" + name + "> closes nothing",
            "Take it out, or put <" + name + "> before it.");
      }
    }
    open.forEach(one -> notClosed(body, one, faults));
  }

  private static void notClosed(String body, MatchResult tag, LetterFaults faults) {
    faults.line(
        body,
        tag.start(),
        "<" + tag.group(2) + "> is not closed with </" + tag.group(2) + ">",
        "Put </" + tag.group(2) + "> where it ends.");
  }

  private static void walk(String body, LetterFaults faults) {
    try {
      XMLStreamReader reader =
          FACTORY.createXMLStreamReader(
              new StringReader("<body xmlns:th=\"letters\">" + body + "</body>"));
      while (reader.hasNext()) {
        int event = reader.next();
        int line = reader.getLocation().getLineNumber();
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> element(reader, line, faults);
          case XMLStreamConstants.COMMENT,
              XMLStreamConstants.PROCESSING_INSTRUCTION,
              XMLStreamConstants.CDATA ->
              faults.line(line, "a letter may hold no comment", "Take it out.");
          case XMLStreamConstants.ENTITY_REFERENCE ->
              faults.line(
                  line,
                  "\"&" + reader.getLocalName() + ";\" is not known here",
                  "Write the character itself.");
          default -> {
            // Words and ends of elements.
          }
        }
      }
    } catch (XMLStreamException e) {
      faults.line(
          Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber()),
          "the marks at this line cannot be read",
          "Look for a bracket < or a quotation mark too many or too few.");
    }
  }

  private static void element(XMLStreamReader reader, int line, LetterFaults faults) {
    String name = named(reader.getPrefix(), reader.getLocalName());
    if (name.equals("body")) {
      return;
    }
    if (!ELEMENTS.contains(name)) {
      faults.line(
          line,
          "<" + name + "> is not printed in letters",
          "Use paragraphs <p>, headings <h2>, lists <ul> with <li>, tables and <strong>.");
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = named(reader.getAttributePrefix(i), reader.getAttributeLocalName(i));
      boolean otherClass = attribute.equals("class") && !reader.getAttributeValue(i).equals("text");
      if (!ATTRIBUTES.contains(attribute) || otherClass) {
        faults.line(
            line, attribute + "=\"…\" has no place in a letter", "Take it out of <" + name + ">.");
      }
    }
  }

  private static String named(String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
