package org.practicereview.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Answers read from their text")
class StoredTextTest {

  private final StoredText stored = new StoredText(new ObjectMapper());

  @Test
  @DisplayName("are what the text says, each time, be it short or long")
  void read() {
    String text = "{\"harm\":\"%s\",\"agencies\":[\"police\",null],\"age\":3}";
    for (String harm : List.of("died", "died", "seriously-harmed", "x".repeat(20_000))) {
      assertThat(stored.read(text.formatted(harm)))
          .containsEntry("harm", harm)
          .containsEntry("age", 3)
          .hasSize(3);
    }
  }

  @Test
  @DisplayName("cannot be changed by who reads them, nor can their rows")
  @SuppressWarnings("unchecked")
  void unchangeable() {
    Map<String, Object> values = stored.read("{\"rows\":[{\"name\":\"Mother\"}]}");
    List<Map<String, Object>> rows = (List<Map<String, Object>>) values.get("rows");
    assertThatThrownBy(() -> values.put("more", "")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> rows.clear()).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> rows.get(0).put("name", "")).isInstanceOf(RuntimeException.class);
    assertThat(stored.read("{\"rows\":[{\"name\":\"Mother\"}]}"))
        .isEqualTo(Map.of("rows", List.of(Map.of("name", "Mother"))));
  }
}
