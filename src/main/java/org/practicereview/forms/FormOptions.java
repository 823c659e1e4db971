package org.practicereview.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Leaves questions out of a form file that belong to a step the partnership does not take. */
public final class FormOptions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FormOptions() {}

  public static byte[] leaveOut(byte[] file, Set<String> options) {
    String text = new String(file, StandardCharsets.UTF_8);
    return (text.stripLeading().startsWith("{") ? json(text, options) : html(text, options))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String json(String text, Set<String> options) {
    try {
      JsonNode form = JSON.readTree(text);
      prune(form.path("components"), options);
      return JSON.writeValueAsString(form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void prune(JsonNode components, Set<String> options) {
    for (Iterator<JsonNode> nodes = components.iterator(); nodes.hasNext(); ) {
      JsonNode node = nodes.next();
      String option = node.path("properties").path("option").asText("");
      if (!option.isEmpty() && !options.contains(option)) {
        nodes.remove();
      } else {
        prune(node.path("components"), options);
      }
    }
  }

  private static String html(String text, Set<String> options) {
    Document page = Jsoup.parseBodyFragment(text);
    page.outputSettings().prettyPrint(false);
    for (Element element : page.select("[data-option]")) {
      if (!options.contains(element.attr("data-option"))) {
        Element question = element.closest(".form-group");
        (question == null ? element : question).remove();
      }
    }
    return page.body().html();
  }
}
