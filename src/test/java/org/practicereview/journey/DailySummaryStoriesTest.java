package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.work.DailySummaries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("What waits for people")
class DailySummaryStoriesTest extends StoryTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Autowired DailySummaries summaries;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("is told on a working morning, in one mail a person, and never twice")
  void once() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    Partnership partnership = desk.the(Partnerships.class).get(SOUTH_GLOUCESTERSHIRE);
    String head = address("sg-head");
    String manager = address("sg-manager");
    withAddress("sg-manager", null);
    try {
      summaries.send(at("2026-05-12T07:59"));
      assertThat(mails("2026-05-12")).isEmpty();
      // Two nodes in the same second.
      CompletableFuture<Void> other =
          CompletableFuture.runAsync(() -> summaries.send(at("2026-05-12T08:00")));
      summaries.send(at("2026-05-12T08:00"));
      other.join();
      summaries.send(at("2026-05-12T08:01"));
      assertThat(mails("2026-05-12"))
          .contains(head, partnership.mailbox("business-manager"))
          .doesNotContain(manager)
          .doesNotHaveDuplicates();
      assertThat(text("sg-head"))
          .contains("about a child's safety: act now", "/camunda/app/tasklist/")
          .doesNotContain(story.reference, "Robin");
      assertThat(story.user("head").get("/daily-summary").expect(200).text())
          .contains("Tue 12 May 2026", "child&#39;s safety", "The mail: waiting");
      assertThat(story.user("manager").get("/daily-summary").expect(200).text())
          .contains("Tue 12 May 2026", "your account has no e-mail address");

      // The service was off for three days; the bank holiday and the weekend are no mornings.
      summaries.send(at("2026-05-18T11:00"));
      summaries.send(at("2026-05-18T12:00"));
      summaries.send(at("2026-05-23T09:00"));
      summaries.send(at("2026-05-25T09:00"));
      assertThat(
              jdbc.sql(
                      "select count(*) from review.outbox where purpose = 'Daily summary' and"
                          + " recipient = ?")
                  .param(head)
                  .query(Integer.class)
                  .single())
          .isEqualTo(2);
    } finally {
      withAddress("sg-manager", manager);
    }
  }

  private static ZonedDateTime at(String time) {
    return LocalDateTime.parse(time).atZone(LONDON);
  }

  private String address(String userId) {
    return desk.the(IdentityService.class)
        .createUserQuery()
        .userId(userId)
        .singleResult()
        .getEmail();
  }

  private void withAddress(String userId, String address) {
    IdentityService identity = desk.the(IdentityService.class);
    User user = identity.createUserQuery().userId(userId).singleResult();
    user.setEmail(address);
    identity.saveUser(user);
  }

  private List<String> mails(String day) {
    return jdbc.sql(
            "select o.recipient from review.outbox o where o.idempotency_key like ? order by 1")
        .param("daily-summary:%:" + day)
        .query(String.class)
        .list();
  }

  private String text(String recipient) {
    return jdbc.sql("select body from review.outbox where idempotency_key = ?")
        .param("daily-summary:" + recipient + ":2026-05-12")
        .query(String.class)
        .single();
  }
}
