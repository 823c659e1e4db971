package org.practicereview.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A letter or notice that asks for an answer")
class AnswersAskedTest {

  /** Words with which a letter asks someone to do something for us. */
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)please (answer|reply|name|open|look at the case|read it and decide|see that|tell us)"
              + "|task list|in the review service|tell us (what is|by|as soon|today)|let us have"
              + "|by return");

  private static final String ADDRESS = "service.address";

  private final LetterTemplates templates = new LetterTemplates("", LetterTemplates.Released.NONE);

  @Test
  @DisplayName("says so, and how the answer is given")
  void saysSo() {
    assertThat(
            templates.all().stream()
                .filter(template -> !template.document())
                .filter(template -> template.answerBy().equals("none"))
                .filter(template -> ASKS.matcher(Jsoup.parse(template.body()).text()).find())
                .map(LetterTemplate::id))
        .as("say <meta name=\"answer-by\" content=\"service\" /> or \"contact\"")
        .isEmpty();
  }

  @Test
  @DisplayName("in the service holds its address: a notice in its words, a letter on its page")
  void holdsTheAddress() {
    List<LetterTemplate> asking =
        templates.all().stream().filter(one -> one.answerBy().equals("service")).toList();
    assertThat(asking).hasSizeGreaterThan(30);
    assertThat(
            asking.stream()
                .filter(LetterTemplate::notice)
                .filter(template -> !template.body().contains(ADDRESS))
                .map(LetterTemplate::id))
        .isEmpty();
    assertThat(templates.layout()).contains("letter.answerBy", ADDRESS);
    assertThat(templates.coveringMail()).contains("letter.answerBy", ADDRESS);
  }

  @Test
  @DisplayName("and cannot wait is urgent in its subject and in the outbox alike")
  void urgent() {
    assertThat(
            templates.all().stream()
                .filter(template -> template.subject().startsWith("URGENT"))
                .filter(template -> !template.urgent())
                .map(LetterTemplate::id))
        .isEmpty();
  }
}
