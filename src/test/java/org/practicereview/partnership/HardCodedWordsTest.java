package org.practicereview.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.partnership.OwnWords.Entry;
import org.practicereview.partnership.WrittenTexts.Place;
import org.practicereview.partnership.WrittenTexts.Text;

@DisplayName("What forms, models, letters, pages and code say")
class HardCodedWordsTest {

  /** Files whose texts are for no single partnership, or are put into its words elsewhere. */
  private static final Set<String> FOR_EVERYONE =
      Set.of(
          "security/Role.java",
          "security/DemonstrationGreeting.java",
          "panel/QuestionOwners.java",
          "reviewteam/ReviewTeamRows.java",
          "letters/Recipients.java",
          "publication/Preparation.java",
          "publication/NspccPack.java",
          "oversight/StandstillNews.java",
          "partnership/Kind.java",
          "pages/PublishedFeed.java",
          "templates/pages/home.html");

  private final List<Partnership> partnerships =
      new YamlPartnerships("", false, WrongProfilesTest.clocks()).all();

  @Test
  @DisplayName("has no word that only some partnerships use, and says the others in their words")
  void words() throws IOException {
    List<String> found = new ArrayList<>();
    for (Text text : WrittenTexts.all()) {
      found.addAll(findings(text));
    }
    assertThat(found).as("%s", String.join("\n", found)).isEmpty();
  }

  @Test
  @DisplayName("is refused otherwise, and the finding says what to write")
  void refused() {
    assertThat(findings(said("Ask the CSPR Sub-Committee.")))
        .anySatisfy(
            finding -> assertThat(finding).contains("CSPR Sub-Committee", "write \"sub-group\""));
    assertThat(findings(said("Two practitioner events"))).isNotEmpty();
    assertThat(findings(said("Ask an independent reviewer"))).isNotEmpty();
    assertThat(findings(said("What the team says"))).isNotEmpty();
    assertThat(findings(said("Ask the Executive"))).isNotEmpty();
    assertThat(findings(said("The executive, who decides it")))
        .containsExactly("a.form: \"Safeguarding Partners, who decides\" reads wrong for SSCB");
    assertThat(findings(new Text("a.html", Place.CODE, "Ask the sub-group", false))).isNotEmpty();
    assertThat(findings(new Text("a.bpmn", Place.AS_IT_IS, "Release of the review team", false)))
        .isNotEmpty();
  }

  @Test
  @DisplayName("may use the words of the table, and names that only hold one of them")
  void allowed() {
    assertThat(findings(said("The executive reads the rapid review report. Sub-group, if any")))
        .isEmpty();
    assertThat(findings(said("The Child Safeguarding Practice Review Panel answers"))).isEmpty();
    assertThat(findings(new Text("A.java", Place.CODE, "sub-group", false))).isEmpty();
    assertThat(findings(new Text("A.java", Place.CODE, "Ask the sub-group", true))).isEmpty();
  }

  @Test
  @DisplayName("has a word for every word of a profile")
  void everyWord() {
    assertThat(OwnWords.table().stream().map(Entry::key))
        .containsExactlyInAnyOrderElementsOf(ProfileKeys.section("vocabulary").names());
  }

  private static Text said(String words) {
    return new Text("a.form", Place.SAID, words, true);
  }

  private List<String> findings(Text text) {
    List<String> found = new ArrayList<>();
    if (text.place() == Place.CODE && isCode(text.words())) {
      return found;
    }
    String words = withoutKept(text.words());
    for (Entry entry : OwnWords.table()) {
      String write = "write \"" + entry.words().get(0) + "\"";
      refused(entry)
          .map(word -> "(?i)(?<![\\w-])" + word + "s?(?![\\w-])")
          .forEach(pattern -> note(found, text, words, pattern, write));
      for (String word : entry.words()) {
        String first = word.substring(0, 1);
        String rest = word.substring(1).replace(" ", "\\s+");
        String capital = "(?<=[a-z,] )" + first.toUpperCase(Locale.UK) + rest + "\\b(?! [A-Z])";
        note(found, text, words, capital, write + " with a small letter");
        if (isSaidToNoOne(text, entry)) {
          note(
              found,
              text,
              words,
              "(?<![\\w./-])(?i:" + first + ")" + rest + "s?(?![\\w/-])",
              "say it in the words of the partnership, or in words that all of them use");
        }
      }
    }
    partnerships.forEach(partnership -> grammar(found, text, partnership));
    return found;
  }

  /** Whether a text reaches its readers as it is written, though they have words of their own. */
  private static boolean isSaidToNoOne(Text text, Entry entry) {
    boolean shown =
        text.place() == Place.AS_IT_IS && !entry.key().equals("reviewName")
            || text.place() == Place.CODE && !text.said();
    return shown && FOR_EVERYONE.stream().noneMatch(text.file()::endsWith);
  }

  /** Codes are small letters without a space. */
  private static boolean isCode(String words) {
    return !words.contains(" ") && words.equals(words.toLowerCase(Locale.UK));
  }

  private static String withoutKept(String words) {
    String left = words;
    for (Entry entry : OwnWords.table()) {
      for (String kept : entry.kept()) {
        left = left.replaceAll("(?i)\\b" + Pattern.quote(kept) + "s?\\b", "…");
      }
    }
    return left;
  }

  /** What only some partnerships say: known words of that kind, and the words of the profiles. */
  private Stream<String> refused(Entry entry) {
    Stream<String> own =
        partnerships.stream()
            .map(partnership -> partnership.vocabulary().get(entry.key()))
            .filter(Objects::nonNull)
            .filter(
                word ->
                    Stream.concat(entry.words().stream(), entry.kept().stream())
                        .noneMatch(word::equalsIgnoreCase));
    return Stream.concat(entry.refused().stream(), own)
        .distinct()
        .map(word -> word.replace(" ", "\\s+"));
  }

  private static void note(
      List<String> found, Text text, String words, String pattern, String remedy) {
    Matcher wrong = Pattern.compile(pattern).matcher(words);
    while (wrong.find()) {
      String around =
          words.substring(
              Math.max(0, wrong.start() - 40), Math.min(words.length(), wrong.end() + 30));
      found.add(
          "%s: \"%s\" in \"…%s…\": %s"
              .formatted(text.file(), wrong.group(), around.replaceAll("\\s+", " "), remedy));
    }
  }

  /** A verb that stays behind where the partnership's word means several. */
  private static void grammar(List<String> found, Text text, Partnership partnership) {
    String said = partnership.words().in(text.words());
    if (said.equals(text.words())) {
      return;
    }
    for (String word : partnership.vocabulary().values()) {
      Matcher wrong =
          Pattern.compile(
                  Pattern.quote(word)
                      + ",? (?:(?:who|which|that|only|also|then|now) )+"
                      + "(?:is|has|was|does|[a-z]+[^s]s)\\b")
              .matcher(said);
      if (WordForms.isPlural(word) && wrong.find()) {
        found.add(
            "%s: \"%s\" reads wrong for %s"
                .formatted(text.file(), wrong.group(), partnership.shortName()));
      }
    }
  }
}
