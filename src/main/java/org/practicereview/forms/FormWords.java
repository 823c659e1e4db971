package org.practicereview.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Puts what a form file says to people into other words: labels, hints, guidance, options and names
 * of rows. Keys, values and rules stay as they are.
 */
public final class FormWords {

  private static final Set<String> SAID =
      Set.of("label", "dateLabel", "timeLabel", "description", "text");
  private static final List<String> SAID_BY = List.of("data-row-name", "placeholder", "title");
  private static final ObjectMapper JSON = new ObjectMapper();

  private FormWords() {}

  /**
   * The form file in other words.
   *
   * @param file a Camunda Form or an embedded form
   * @param words gives a text as its readers say it
   */
  public static byte[] say(byte[] file, UnaryOperator<String> words) {
    String text = new String(file, StandardCharsets.UTF_8);
    return (text.stripLeading().startsWith("{") ? json(text, words) : html(text, words))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String json(String text, UnaryOperator<String> words) {
    try {
      JsonNode form = JSON.readTree(text);
      say(form, words);
      return JSON.writeValueAsString(form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(JsonNode node, UnaryOperator<String> words) {
    if (node instanceof ArrayNode) {
      node.forEach(child -> say(child, words));
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        if (SAID.contains(entry.getKey()) && entry.getValue().isTextual()) {
          entry.setValue(object.textNode(words.apply(entry.getValue().asText())));
        } else {
          say(entry.getValue(), words);
        }
      }
    }
  }

  private static String html(String text, UnaryOperator<String> words) {
    Document page = Jsoup.parseBodyFragment(text);
    page.outputSettings().prettyPrint(false);
    for (Element element : page.body().getAllElements()) {
      for (TextNode said : element.textNodes()) {
        said.text(words.apply(said.getWholeText()));
      }
      for (String attribute : SAID_BY) {
        if (element.hasAttr(attribute)) {
          element.attr(attribute, words.apply(element.attr(attribute)));
        }
      }
    }
    return page.body().html();
  }
}
