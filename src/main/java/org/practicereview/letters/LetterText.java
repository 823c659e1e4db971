package org.practicereview.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jsoup.select.Elements;

/** The wording of a letter, as markup, as text a person edits, and as plain mail. */
final class LetterText {

  /** Nothing that fetches, runs, hides or styles. */
  private static final Safelist ALLOWED =
      new Safelist()
          .addTags("h2", "h3", "p", "ul", "ol", "li", "strong", "em", "br")
          .addTags("table", "caption", "thead", "tbody", "tr", "th", "td")
          .addAttributes("th", "scope", "colspan", "rowspan")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("p", "class");

  private static final Pattern TABLE = Pattern.compile("\\[table (\\d+)]");
  private static final Pattern BOLD = Pattern.compile("\\*\\*(?=\\S)([^*]+?)\\*\\*");
  private static final Pattern NUMBER = Pattern.compile("\\d+\\. .*", Pattern.DOTALL);

  private LetterText() {}

  /** Takes out everything that a letter must not hold, and makes paragraphs of typed text. */
  static String clean(String html) {
    Document.OutputSettings settings = new Document.OutputSettings().prettyPrint(false);
    Document document = Jsoup.parseBodyFragment(Jsoup.clean(html, "", ALLOWED, settings));
    document.outputSettings(settings);
    for (Element paragraph : document.select("p.text")) {
      paragraphs(paragraph.wholeText()).forEach(paragraph::before);
      paragraph.remove();
    }
    document.select("p:empty").remove();
    document.select("ul:not(:has(li)), ol:not(:has(li)), table:not(:has(td))").remove();
    return document.body().html();
  }

  private static List<String> paragraphs(String typed) {
    return typed
        .strip()
        .lines()
        .map(line -> line.isBlank() ? "" : line.strip())
        .collect(Collectors.collectingAndThen(Collectors.joining("\n"), LetterText::blocks))
        .stream()
        .map(block -> "<p>" + Entities.escape(block).replace("\n", "<br>") + "</p>")
        .toList();
  }

  private static List<String> blocks(String text) {
    List<String> blocks = new ArrayList<>();
    for (String block : text.split("\n{2,}")) {
      if (!block.isBlank()) {
        blocks.add(block.strip());
      }
    }
    return blocks;
  }

  /** The wording as a person edits it. */
  static String editable(String html) {
    List<String> blocks = new ArrayList<>();
    int tables = 0;
    for (Element block : Jsoup.parseBodyFragment(html).body().children()) {
      blocks.add(block.nameIs("table") ? "[table " + ++tables + "]" : text(block, true));
    }
    return String.join("\n\n", blocks);
  }

  /** The wording as a plain mail. */
  static String plain(String html) {
    List<String> blocks = new ArrayList<>();
    for (Element block : Jsoup.parseBodyFragment(html).body().children()) {
      blocks.add(block.nameIs("table") ? rows(block) : text(block, false));
    }
    return String.join("\n\n", blocks) + "\n";
  }

  /**
   * Makes markup of what a person typed; everything they typed stays text.
   *
   * @param before the wording before, whose tables the text refers to
   */
  static String fromEditable(String typed, String before) {
    Document earlier = Jsoup.parseBodyFragment(before);
    earlier.outputSettings().prettyPrint(false);
    Elements tables = earlier.select("body > table");
    StringBuilder html = new StringBuilder();
    String text = PlainFacts.lines(typed);
    for (String block : blocks(text.replaceAll("[ \t]+\n", "\n"))) {
      Matcher table = TABLE.matcher(block);
      if (table.matches()) {
        int number = Integer.parseInt(table.group(1));
        html.append(number <= tables.size() ? tables.get(number - 1).outerHtml() : "");
      } else {
        html.append(markup(block));
      }
    }
    return clean(html.toString());
  }

  private static String markup(String block) {
    if (block.startsWith("## ")) {
      return "<h3>" + inline(block.substring(3)) + "</h3>";
    }
    if (block.startsWith("# ")) {
      return "<h2>" + inline(block.substring(2)) + "</h2>";
    }
    if (block.startsWith("- ")) {
      return "<ul>" + items(block, "(?m)^- ") + "</ul>";
    }
    if (NUMBER.matcher(block).matches()) {
      return "<ol>" + items(block, "(?m)^\\d+\\. ") + "</ol>";
    }
    return "<p>" + inline(block) + "</p>";
  }

  private static String items(String block, String marker) {
    StringBuilder items = new StringBuilder();
    for (String item : block.split(marker)) {
      if (!item.isBlank()) {
        items.append("<li>").append(inline(item.strip())).append("</li>");
      }
    }
    return items.toString();
  }

  private static String inline(String text) {
    return BOLD.matcher(Entities.escape(text))
        .replaceAll("<strong>$1</strong>")
        .replace("\n", "<br>");
  }

  private static String text(Element block, boolean editable) {
    return switch (block.normalName()) {
      case "h2" -> (editable ? "# " : "") + line(block, editable);
      case "h3" -> (editable ? "## " : "") + line(block, editable);
      case "ul" -> list(block, editable, false);
      case "ol" -> list(block, editable, true);
      default -> line(block, editable);
    };
  }

  private static String list(Element list, boolean editable, boolean numbered) {
    List<String> lines = new ArrayList<>();
    for (Element item : list.children()) {
      lines.add((numbered ? (lines.size() + 1) + ". " : "- ") + line(item, editable));
    }
    return String.join("\n", lines);
  }

  private static String rows(Element table) {
    return table.select("tr").stream()
        .map(row -> row.children().stream().map(Element::text).collect(Collectors.joining(": ")))
        .collect(Collectors.joining("\n"));
  }

  private static String line(Element element, boolean editable) {
    StringBuilder line = new StringBuilder();
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        line.append(text.getWholeText().replaceAll("\\s+", " "));
      } else if (node instanceof Element child) {
        String inner = line(child, editable);
        line.append(
            switch (child.normalName()) {
              case "br" -> "\n";
              case "strong" -> editable ? "**" + inner.strip() + "**" : inner;
              default -> inner;
            });
      }
    }
    return line.toString().replaceAll(" *\n *", "\n").strip();
  }
}
