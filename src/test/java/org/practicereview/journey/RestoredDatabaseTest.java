package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A database that was restored elsewhere")
class RestoredDatabaseTest extends StoryTest {

  private static final String PAGE = "/installation";
  private static final String HELD = "mail is held until you say what it is";

  @AfterEach
  void own() {
    belongsTo("tests");
  }

  @Test
  @DisplayName(
      "is told to the administrator on every page, who says what it is, and to no one else")
  void administrator() {
    TasklistUser admin = desk.user("admin");
    assertThat(admin.get("/bank-holidays").expect(200).text()).doesNotContain(HELD, "a copy");
    assertThat(admin.get("/actuator/health").text()).contains("\"mailIsHeld\":false");
    belongsTo("elsewhere");
    assertThat(admin.get("/actuator/health").text())
        .contains("\"mailIsHeld\":true", "\"status\":\"STANDSTILL\"");
    for (String page : new String[] {"/bank-holidays", "/models", PAGE}) {
      assertThat(admin.get(page).expect(200).text()).as(page).contains(HELD);
    }
    for (String other : new String[] {"sg-manager", "sg-head"}) {
      assertThat(desk.user(other).get("/cases").expect(200).text()).doesNotContain(HELD);
      desk.user(other).get(PAGE).expect(403);
      desk.user(other).submitPage("/cases", PAGE, with("what", "copy")).expect(403);
    }
    assertThat(admin.fillIn(PAGE, with("what", "martian")).expect(200).text())
        .contains("Choose what this is. Nothing was changed.", HELD);

    assertThat(admin.fillIn(PAGE, with("what", "copy")).expect(200).text())
        .contains("This is a copy: no mail is sent");
    story(SOUTH_GLOUCESTERSHIRE, "2026-03-02").referredBy("manager", with());
    for (String sending : new String[] {"replaces-silent", "node"}) {
      assertThat(admin.fillIn(PAGE, with("what", sending)).expect(200).text())
          .contains("What waits would be sent at once", "This is a copy: no mail is sent");
    }
    assertThat(
            admin.fillIn(PAGE, with("what", "replaces-silent", "sure", "true")).expect(200).text())
        .contains("It belongs to this installation")
        .doesNotContain(HELD, "This is a copy: no mail");
  }

  private void belongsTo(String id) {
    desk.the(JdbcClient.class)
        .sql("update review.installation set id = ?, is_copy = false")
        .param(id)
        .update();
  }
}
