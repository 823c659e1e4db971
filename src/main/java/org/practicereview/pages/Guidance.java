package org.practicereview.pages;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Draws the guidance of a form, which is written in Markdown; HTML in it is shown as text. */
public class Guidance {

  private final Parser parser = Parser.builder().build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  /** The HTML of a piece of guidance. */
  public String html(String markdown) {
    return renderer.render(parser.parse(markdown));
  }
}
