package org.practicereview.partnership;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * All that the service itself says to people: where it stands, and whether it is said in own words.
 */
final class WrittenTexts {

  /** Where a text is turned into the words of a partnership, if at all. */
  enum Place {
    /** Everything that is shown of it is said in own words. */
    SAID,
    /** Shown as it is, to people of several partnerships. */
    AS_IT_IS,
    /** Shown as it is, unless the code around it says it in own words. */
    CODE
  }

  /**
   * A text.
   *
   * @param said whether the code around it says it in own words
   */
  record Text(String file, Place place, String words, boolean said) {}

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Set<String> OF_FORMS = Set.of("label", "description", "text");
  private static final Pattern LITERAL_OF_TEMPLATE = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");
  private static final Pattern PRINTED = Pattern.compile("\\[\\[.*?]]", Pattern.DOTALL);
  private static final Pattern LITERAL_OF_JAVA =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern COMMENT_OF_JAVA = Pattern.compile("(?s)/\\*\\*.*?\\*/|(?m)^ *//.*$");
  private static final Pattern SENTENCE_IN_MODEL =
      Pattern.compile(".*[A-Za-z] [a-z].*", Pattern.DOTALL);

  private final List<Text> texts = new ArrayList<>();

  static List<Text> all() throws IOException {
    WrittenTexts all = new WrittenTexts();
    all.read(Path.of("forms"), ".form", WrittenTexts::form);
    all.read(Path.of("forms"), ".html", all::template);
    all.read(Path.of("processes"), ".bpmn", WrittenTexts::model);
    all.read(Path.of("processes"), ".dmn", WrittenTexts::model);
    all.read(RESOURCES.resolve("letters"), ".html", all::template);
    all.read(RESOURCES.resolve("templates"), ".html", all::template);
    all.read(Path.of("src/main/java"), ".java", all::java);
    return all.texts;
  }

  private interface Reader {
    void read(String file, String content, List<Text> into) throws IOException;
  }

  private void read(Path folder, String ending, Reader reader) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).sorted().toList()) {
        reader.read(file.toString(), Files.readString(file), texts);
      }
    }
  }

  private static void form(String file, String content, List<Text> into) throws IOException {
    form(file, new ObjectMapper().readTree(content), into);
  }

  private static void form(String file, JsonNode node, List<Text> into) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (OF_FORMS.contains(entry.getKey()) && entry.getValue().isTextual()) {
        into.add(new Text(file, Place.SAID, entry.getValue().asText(), true));
      }
    }
    node.forEach(child -> form(file, child, into));
  }

  /** Forms, letters and pages in HTML. */
  private void template(String file, String content, List<Text> into) {
    for (Element element : Jsoup.parse(content, Parser.xmlParser()).getAllElements()) {
      for (TextNode text : element.textNodes()) {
        into.add(new Text(file, Place.SAID, PRINTED.matcher(text.text()).replaceAll("…"), true));
        Matcher printed = PRINTED.matcher(text.text());
        while (printed.find()) {
          literals(file, printed.group(), into);
        }
      }
      element
          .attributes()
          .forEach(
              attribute -> {
                if (attribute.getKey().startsWith("th:")) {
                  literals(file, attribute.getValue(), into);
                } else if (Set.of("placeholder", "title", "alt", "aria-label", "data-label")
                    .contains(attribute.getKey())) {
                  into.add(
                      new Text(
                          file,
                          file.startsWith("forms") ? Place.SAID : Place.AS_IT_IS,
                          attribute.getValue(),
                          false));
                } else if (attribute.getKey().equals("data-row-name")
                    || attribute.getKey().equals("content")) {
                  into.add(new Text(file, Place.SAID, attribute.getValue(), true));
                }
              });
    }
  }

  private static void literals(String file, String expression, List<Text> into) {
    Matcher literal = LITERAL_OF_TEMPLATE.matcher(expression);
    while (literal.find()) {
      String words = literal.group(1) == null ? literal.group(2) : literal.group(1);
      boolean said = expression.substring(0, literal.start()).endsWith("say(");
      into.add(new Text(file, Place.CODE, words, said));
    }
  }

  private static void model(String file, String content, List<Text> into) {
    for (Element element : Jsoup.parse(content, Parser.xmlParser()).getAllElements()) {
      String tag = element.tagName().replaceFirst(".*:", "");
      if (element.hasAttr("name") && !Set.of("definitions", "property").contains(tag)) {
        boolean shown = tag.equals("process");
        into.add(new Text(file, shown ? Place.AS_IT_IS : Place.SAID, element.attr("name"), !shown));
      }
      if (tag.equals("property") && SENTENCE_IN_MODEL.matcher(element.attr("value")).matches()) {
        into.add(new Text(file, Place.SAID, element.attr("value"), true));
      }
      if (Set.of("documentation", "description", "text").contains(tag)) {
        into.add(new Text(file, Place.SAID, element.text(), true));
      }
    }
  }

  private void java(String file, String content, List<Text> into) {
    String code = COMMENT_OF_JAVA.matcher(content).replaceAll("");
    Matcher literal = LITERAL_OF_JAVA.matcher(code);
    while (literal.find()) {
      String words = literal.group(1) == null ? literal.group(2) : literal.group(1);
      String before = code.substring(Math.max(0, literal.start() - 90), literal.start());
      boolean said = before.matches("(?s).*\\.(in|say)\\([^;]*");
      into.add(new Text(file, Place.CODE, words, said));
    }
  }
}
