package org.practicereview.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.report.KnownNames.Whose.CHILD;
import static org.practicereview.report.KnownNames.Whose.FAMILY;
import static org.practicereview.report.KnownNames.Whose.OTHER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.casefile.FormAnswers;

@DisplayName("The names in the case file")
class KnownNamesTest {

  private final KnownNames names =
      KnownNames.of(
          List.of(
              given(Map.of("childName", "Zoë Ann Marchwood")),
              given(
                  Map.of(
                      "personsKnown",
                      List.of(
                          Map.of("personName", "Mother"),
                          Map.of("personName", "Ira Linden"),
                          Map.of("personName", "Zoë Marchwood")))),
              given(Map.of("practitionerName", "Dr Kim O’Hara-Blythe")),
              given(Map.of("reviewerName", "Jo Sampleford", "agencyName", "North Police"))),
          "Linden");

  @Test
  @DisplayName("are found in any case, without accents, and over the end of a line")
  void found() {
    assertThat(names.in("ZOE ANN MARCHWOOD was seen.")).containsExactly(CHILD);
    assertThat(names.in("zoe ann\nmarchwood")).containsExactly(CHILD);
    assertThat(names.in("the home of Zoé's mother")).containsExactly(CHILD);
    assertThat(names.in("the March-\nwood family")).containsExactly(CHILD);
    assertThat(names.in("Then Ira came.")).containsExactly(FAMILY);
    assertThat(names.in("Ms O'Hara-Blythe wrote it down.")).containsExactly(OTHER);
    assertThat(names.in("Ann and Ira")).containsExactly(CHILD, FAMILY);
  }

  @Test
  @DisplayName("are neither the pseudonym, nor what is written for a name, nor the reviewer")
  void allowed() {
    assertThat(names.in("Linden liked water. The Mother came. Jo Sampleford wrote this."))
        .isEmpty();
    assertThat(names.in("The North Police were told.")).isEmpty();
  }

  @Test
  @DisplayName("are no parts of other words, and no words that are not written as names")
  void others() {
    assertThat(names.in("Annual reports; Irate; the zoe project; Kim's colleague")).isEmpty();
  }

  private static KnownNames child(String name) {
    return KnownNames.of(List.of(given(Map.of("childName", name))), "");
  }

  @ParameterizedTest
  @CsvSource({
    "Jo Marchwood, 'Then Jo left.'",
    "Li Bo, 'It was Bo''s coat.'",
    "JO MARCHWOOD, 'Then Jo left.'",
    "Ann Smith-Jones, 'the Smith household'",
    "Ann Smith-Jones, 'Mrs Jones said'",
    "Ann Smith, 'the Smith-Jones family'",
    "Ann Smith-Jones, 'Mr SMITH JONES'",
    "Łuczak, 'Mrs Luczak said'",
    "Luczak, 'Mrs Łuczak said'",
    "Søren, 'with Soren'",
    "Soren, 'with Søren'",
    "Søren, 'with Soeren'",
    "Jörg, 'with Joerg'",
    "Joerg, 'with Jörg'",
    "Æthelred Þorn, 'then AEthelred'",
    "Iraß, 'then Irass came'",
    "McDonald, 'the Mcdonald home'",
    "Mcdonald, 'the McDonald home'",
    "McDonald, 'the Mc Donald home'",
    "McDonald, 'the MCDONALDS'",
    "Mary-Kate, 'then MaryKate'",
    "MaryKate, 'then Mary-Kate'",
    "Mary-Kate, 'then Mary Kate'",
    "Mary Kate, 'then Mary-Kate'",
    "O’Hara, 'Ms OHara'",
    "Nguyễn, 'Mrs Nguyen'",
    "Ștefan, 'Stefan ran'",
    "王小明, '昨天王小明去学校。'",
    "王 小明, '昨天王小明去学校。'",
    "রহিমা, 'মা রহিমা বললেন'",
    "محمد علي, 'قال محمد'"
  })
  @DisplayName("are found however they are written")
  void writings(String name, String text) {
    assertThat(child(name).in(text)).as(name + " in " + text).containsExactly(CHILD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Smith-\nJones", "Smith-\n  Jones", "Smith\u2011Jones", "Smith\u2013Jones",
        "Smith \u2013 Jones", "Smith\u00ADJones", "Smith\u00A0Jones", "SMITH\u2010JONES",
        "Smith-\r\nJones\u2019s"
      })
  @DisplayName("are found with any hyphen, and where a line ends")
  void hyphens(String text) {
    KnownNames other =
        KnownNames.of(List.of(given(Map.of("practitionerName", "Ann Smith-Jones"))), "");
    assertThat(other.in("Ms " + text + " wrote.")).containsExactly(OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "Jo, 'He has a job. JOBS went. jo. Joanna came. Jo-hannes.x'",
    "Li, 'a list, LI of the list, li'",
    "Anna de Souza, 'de facto; De minimis'",
    "Not known to us, 'To us it was Not Known'",
    "Al Rey, 'also, et al.'",
    "Ira, 'Iras and Irate'",
    "MacLeod, 'Mac computers'"
  })
  @DisplayName("raise no alarm where other words only look like them")
  void falseAlarms(String name, String text) {
    assertThat(child(name).in(text.replace("Jo-hannes.x", ""))).as(name).isEmpty();
  }

  @Test
  @DisplayName("are known from the texts of a case where someone is called by name there")
  void freeText() {
    KnownNames known =
        KnownNames.of(
            List.of(
                given(
                    Map.of(
                        "incidentSummary",
                        "Child Safeguarding Practice Review. The father, Police said, left. His"
                            + " brother Dev ran. The mother, Keeley Marchwood, called. A boy called Tam was there. Dr Olu"
                            + " Adeyemi saw him, and PC 12 came. Mum was well.",
                        "agencyNotes",
                        "Mr Blake of the agency"))),
            "");
    assertThat(known.in("Keeley came.")).containsExactly(FAMILY);
    assertThat(known.in("Then Tam fell.")).containsExactly(FAMILY);
    assertThat(known.in("Dev’s bike")).containsExactly(FAMILY);
    assertThat(known.in("Safeguarding Practice Review. Police said that he left.")).isEmpty();
    assertThat(known.in("Adeyemi wrote.")).containsExactly(OTHER);
    assertThat(known.in("Blake came. Mum was well. Dr A was there.")).isEmpty();
  }

  @Test
  @DisplayName("are told of where they cannot be searched for")
  void notSearched() {
    assertThat(child("Zoë").notSearched()).isEmpty();
    assertThat(child("J").notSearched())
        .containsExactly("the name of a child (it has one letter only)");
    assertThat(child("王小明").notSearched()).singleElement().asString().contains("another script");
    assertThat(child("A. Marchwood").notSearched()).isEmpty();
    assertThat(child("Mother").isEmpty()).isTrue();
  }

  private static FormAnswers given(Map<String, Object> values) {
    return new FormAnswers("SG-2026-0001", "form", "1", "task", "", values, "demo", Instant.EPOCH);
  }
}
