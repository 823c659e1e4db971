package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.letters.Letter;
import org.practicereview.letters.Letters;

@DisplayName("Someone who works for two partnerships")
class TwoPartnershipsTest extends StoryTest {

  private static final String ACCOUNT = "two-hats";

  @AfterEach
  void leaves() {
    desk.the(IdentityService.class).deleteUser(ACCOUNT);
  }

  @Test
  @DisplayName("has in each of them the role that was given there, at every door")
  void roleWhereItWasGiven() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    Story essex = story(ESSEX, "2026-05-11").referredBy("manager", with());
    TasklistUser person = works(Map.of(ESSEX, "business-manager", SOUTH_GLOUCESTERSHIRE, "police"));
    String page = "/case/" + story.reference;

    assertThat(person.get("/case/" + essex.reference).expect(200).text()).contains("Robin Sample");
    assertThat(person.get(page).expect(200).text())
        .contains("Agency asked")
        .doesNotContain("Robin Sample", "Give view", "Trail", "Give agency");
    assertThat(person.get(page + "/register").status()).isIn(403, 404);
    assertThat(person.get(page + "/plan").status()).isIn(403, 404);
    assertThat(Desk.outbox(person)).contains(essex.reference).doesNotContain(story.reference);
    for (Document document : desk.the(Documents.class).of(story.reference)) {
      // What was sent to the agency is theirs to read.
      boolean own = document.scope().equals("police");
      assertThat(person.get(page + "/documents/" + document.id()).status())
          .isEqualTo(own ? 200 : 403);
    }
    for (Letter letter : desk.the(Letters.class).of(story.reference)) {
      assertThat(person.get("/letters/" + letter.id()).status()).isEqualTo(403);
    }
    assertThat(person.submitPage(page, page + "/agencies", with("agency", "health")).status())
        .isEqualTo(403);
    assertThat(person.submitPage(page, page + "/events/complaint", with()).text())
        .doesNotContain("has been started");

    assertThat(person.tasks(story.reference))
        .extracting(task -> task.path("taskDefinitionKey").asText())
        .containsExactly("userTask_confirmInvolvement");
    String managers = story.task("manager", "prepareReport").path("id").asText();
    assertThat(person.formVariables(managers).status()).isEqualTo(404);
    assertThat(person.get("engine:task/" + managers + "/deployed-form").status()).isEqualTo(404);
    assertThat(person.get("engine:task/" + managers).status()).isIn(403, 404);
    assertThat(person.claim(managers).status()).isIn(403, 404);
    assertThat(person.get("engine:process-instance?businessKey=" + story.reference).body())
        .isEmpty();
    assertThat(person.tasks(essex.reference)).isNotEmpty();
  }

  @Test
  @DisplayName("chooses where a referral belongs, among those where they may open a case")
  void referral() {
    TasklistUser person =
        works(Map.of(ESSEX, "business-manager", STAFFORDSHIRE, "head-of-safeguarding"));
    Map<String, Object> referral = story(ESSEX, "2026-05-11").referral(with());

    Answer unsaid = person.startReferral(referral);
    assertThat(unsaid.status()).isEqualTo(400);
    assertThat(unsaid.text()).contains("Which partnership");
    referral.put("openInPartnership", SOUTH_GLOUCESTERSHIRE);
    assertThat(person.startReferral(referral).status()).isEqualTo(400);
    referral.put("openInPartnership", STAFFORDSHIRE);
    String reference = person.startReferral(referral).expect(200).body().path("id").asText();
    assertThat(desk.the(CaseFiles.class).get(reference).partnership()).isEqualTo(STAFFORDSHIRE);
  }

  @Test
  @DisplayName("opens a case where they may, without being asked, if that is one partnership")
  void referralOfOne() {
    TasklistUser person = works(Map.of(ESSEX, "business-manager", SOUTH_GLOUCESTERSHIRE, "police"));
    Map<String, Object> referral = story(ESSEX, "2026-05-11").referral(with());

    String reference = person.startReferral(referral).expect(200).body().path("id").asText();
    assertThat(desk.the(CaseFiles.class).get(reference).partnership()).isEqualTo(ESSEX);
  }

  private TasklistUser works(Map<String, String> roles) {
    IdentityService identity = desk.the(IdentityService.class);
    User account = identity.newUser(ACCOUNT);
    account.setPassword("practice-review");
    identity.saveUser(account);
    roles.forEach(
        (partnership, role) -> {
          String group = partnership + "." + role;
          boolean known = identity.createGroupQuery().groupId(group).count() == 1;
          identity.createMembership(ACCOUNT, known ? group : role);
          identity.createTenantUserMembership(partnership, ACCOUNT);
        });
    return TasklistUser.signIn(desk.port(), ACCOUNT);
  }
}
