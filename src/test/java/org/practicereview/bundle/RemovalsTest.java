package org.practicereview.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Words to be removed")
class RemovalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sample      | MRS SAMPLE came               | SAMPLE",
        "Sample      | the Samples' house            | Samples",
        "Sample      | Sample’s mother               | Sample’s",
        "Zoë Müller  | with Zoe Muller and           | Zoe Muller",
        "Zoe Muller  | with Zoë  Müller and          | Zoë  Müller",
        "Robin Sample| Robin\\nSample                | Robin\\nSample",
        "Sample      | robin.sample@home.example     | sample",
        "Sample      | SampleReport.pdf              | Sample",
        "Sample      | MrSample_2.pdf                | Sample",
        "Sample      | the Sam-\\nple family         | Sam-\\nple",
        "Anne-Marie  | Annemarie was there           | Annemarie",
        "O'Neill     | ONeill and O’Neill            | ONeill+O’Neill",
        "SG-12       | file SG 12, not SG-123        | SG 12",
        "0117 496 00 | on 0117-496-00.               | 0117-496-00",
        "李小龙        | 我叫李小龙的朋友                    | 李小龙"
      })
  @DisplayName("are found as people write them")
  void found(String word, String text, String expected) {
    assertThat(removed(word, text.replace("\\n", "\n"))).isEqualTo(expected.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann    | it was planned, annual",
        "Sample | an oversampled resampling",
        "12     | 112 and 120",
        "Robin Sample | Robin and the Sample family"
      })
  @DisplayName("are not found within other words")
  void notFound(String word, String text) {
    assertThat(removed(word, text)).isEmpty();
  }

  @Test
  @DisplayName("beside each other are one place, and each is told of")
  void together() {
    Removals removals = new Removals(List.of("Robin", "Sample", "Elsewhere", "  "));
    LinkedHashSet<String> found = new LinkedHashSet<>();
    assertThat(removals.places("for Robin Sample, aged 3", found)).hasSize(1);
    assertThat(found).containsExactly("Robin", "Sample");
    assertThat(new Removals(List.of("", " - ")).isEmpty()).isTrue();
  }

  private static String removed(String word, String text) {
    return new Removals(List.of(word))
        .places(text, new LinkedHashSet<>()).stream()
            .map(place -> text.substring(place.from(), place.until()))
            .collect(Collectors.joining("+"));
  }
}
