package org.practicereview.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The questions that decide")
class DecidingQuestionsTest {

  private static final String BEFORE =
      """
      <form>
        <label for="heldOn">Held on</label><input type="date" id="heldOn" name="heldOn">
        <label for="mode">How?</label><input type="text" id="mode" name="mode">
        <label for="old">Old reasons</label><input type="text" id="old" name="old" data-decides>
      </form>
      """;

  private static final String NOW =
      """
      <form>
        <label for="heldOn">Held on</label><input type="date" id="heldOn" name="heldOn">
        <label for="mode">How?</label><input type="text" id="mode" name="mode" data-decides>
        <label for="new">Why?</label><input type="text" id="new" name="new" data-decides>
      </form>
      """;

  @Test
  @DisplayName("of a form that was answered before they were marked are those marked today")
  void before() {
    assertThat(keys(BEFORE)).containsExactly("mode", "old");
    assertThat(keys(NOW)).containsExactly("mode", "new");
  }

  private static List<String> keys(String answered) {
    FormSchema now = new ShippedForms().deploy("decide", NOW);
    FormSchema then = new ShippedForms().deploy("decide", answered);
    DeployedForms forms =
        new DeployedForms() {
          @Override
          public Map<String, FormSchema> latest() {
            return Map.of("decide", now);
          }

          @Override
          public Optional<FormSchema> version(String id, String version) {
            return Optional.of(then);
          }
        };
    return forms.deciding("decide", "any").stream().map(FormField::key).toList();
  }
}
