package org.practicereview.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterTextTest {

  private static final String TABLE =
      "<table><tbody><tr><th scope=\"row\">Due</th><td>Friday</td></tr></tbody></table>";

  @Test
  void typedTextBecomesParagraphs() {
    assertThat(LetterText.clean("<p class=\"text\">One.\nTwo &lt;b&gt;.\n\n\nThree.</p>"))
        .isEqualTo("<p>One.<br>Two &lt;b&gt;.</p><p>Three.</p>");
  }

  @Test
  void aPersonSeesTextAndTablesByNumber() {
    assertThat(
            LetterText.editable(
                "<h2>Why</h2><p>It is <strong>due</strong><br>now.</p><ul><li>a</li><li>b</li></ul>"
                    + TABLE
                    + "<ol><li>c</li></ol>"))
        .isEqualTo("# Why\n\nIt is **due**\nnow.\n\n- a\n- b\n\n[table 1]\n\n1. c");
  }

  @Test
  void whatAPersonTypesKeepsItsTables() {
    assertThat(LetterText.fromEditable("# Why\n\n**Now** & <i>\n\n[table 1]\n\n[table 9]", TABLE))
        .isEqualTo("<h2>Why</h2><p><strong>Now</strong> &amp; &lt;i&gt;</p>" + TABLE);
  }

  @Test
  void aMailReadsWithoutMarks() {
    assertThat(LetterText.plain("<h2>Why</h2><p>It is <strong>due</strong>.</p>" + TABLE))
        .isEqualTo("Why\n\nIt is due.\n\nDue: Friday\n");
  }

  @Test
  void datesAreWordsAndNothingIsNothing() {
    assertThat(PlainFacts.of("2026-11-20")).isEqualTo("20 November 2026");
    assertThat(PlainFacts.of("2026-11-20T09:30+00:00")).isEqualTo("20 November 2026 at 09:30");
    assertThat(PlainFacts.of("2026-02-31")).isEqualTo("2026-02-31");
    assertThat(PlainFacts.of(" \u0000\u202E ")).isNull();
    assertThat(PlainFacts.of(List.of("", Map.of("a", "")))).isNull();
    assertThat(PlainFacts.of(Map.of("bornOn", "2019-03-02")))
        .isEqualTo(Map.of("bornOn", "2 March 2019"));
  }

  @Test
  void rolesAreWords() {
    assertThat(PlainFacts.role("safeguarding-partner-local-authority"))
        .isEqualTo("safeguarding partner for the local authority");
    assertThat(PlainFacts.role("director-of-childrens-services"))
        .isEqualTo("director of children's services");
    assertThat(PlainFacts.role("Named nurse")).isEqualTo("Named nurse");
  }
}
