package org.practicereview.letters;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/** Puts the wording of a letter into the partnership's page. */
@Component
class LetterPage {

  private static final String BODY = "letter-body";

  private final LetterTemplates templates;
  private final TemplateText text;

  LetterPage(LetterTemplates templates, TemplateText text) {
    this.templates = templates;
    this.text = text;
  }

  /** The whole page; {@code body} has been cleaned before. */
  Document around(String body, Map<String, Object> values) {
    Document page = Jsoup.parse(text.fill(templates.layout(), values));
    page.outputSettings().prettyPrint(false);
    page.getElementById(BODY).html(body);
    return page;
  }

  /** The text of the mail that the letter is enclosed in. */
  String coveringMail(Map<String, Object> values) {
    Document mail = Jsoup.parse(text.fill(templates.coveringMail(), values));
    return LetterText.plain(mail.body().html());
  }
}
