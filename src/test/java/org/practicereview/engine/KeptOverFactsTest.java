package org.practicereview.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.FormSchemaReader;

@DisplayName("What was typed and not sent, over what a form opens with")
class KeptOverFactsTest {

  private static final byte[] FILE =
      """
      <form><p class="form-group"><label for="note">Note</label><textarea id="note" name="note" maxlength="100"></textarea></p>
      <p class="form-group"><label for="shown">Fact</label><input type="text" id="shown" name="shown" disabled></p>
      <p class="form-group"><label for="more">More</label><input type="file" id="more" name="more"></p>
      <p class="form-group"><label for="approvedVersion">Version</label><input type="text" id="approvedVersion" name="approvedVersion" maxlength="100"></p>
      <fieldset data-rows="children" data-row-name="Child"><legend>Children</legend><div class="practice-row">
      <p class="form-group"><label for="name">Name</label><input type="text" id="name" name="name" maxlength="100"></p></div></fieldset></form>"""
          .getBytes(StandardCharsets.UTF_8);
  private static final FormSchema FORM = FormSchemaReader.read("try-it", FILE, FILE);
  private static final List<Map<String, String>> ROWS = List.of(Map.of("name", "Ada"));

  @Test
  @DisplayName("is all that the form asks, but no fact, no file and no version that is approved")
  void typed() {
    Map<String, Object> opened =
        FormFilling.over(
            FORM,
            Map.of("note", "before", "shown", "fact", "approvedVersion", "2"),
            Map.of("note", "typed", "shown", "mine", "more", "x", "approvedVersion", "1", "no", 1));
    assertThat(opened)
        .containsEntry("note", "typed")
        .containsEntry("shown", "fact")
        .containsEntry("approvedVersion", "2")
        .doesNotContainKeys("more", "no");
  }

  @Test
  @DisplayName("hides no rows that came into the case since, and keeps its own where none came")
  void newerRows() {
    Map<String, Object> opened =
        FormFilling.over(FORM, Map.of("children", ROWS, "note", "new"), Map.of());
    Map<String, Object> kept = new HashMap<>(Map.of("children", List.of(), "note", "typed"));
    kept.put("childrenSeen", opened.get("childrenSeen"));
    assertThat(FormFilling.over(FORM, Map.of("children", ROWS), kept))
        .containsEntry("children", List.of());

    List<Map<String, String>> more = List.of(Map.of("name", "Ada"), Map.of("name", "Ben"));
    assertThat(FormFilling.over(FORM, Map.of("children", more), kept))
        .containsEntry("children", more)
        .containsEntry("note", "typed");
    kept.put("note", "");
    assertThat(FormFilling.over(FORM, Map.of("children", more, "note", "new"), kept))
        .containsEntry("note", "new");
  }
}
