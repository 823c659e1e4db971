package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.practicereview.journey.TasklistUser.Answer;

/** What people see, and what is left of it, while a transaction hangs that holds what they need. */
final class BusyDatabase {

  private static final String OUTLINE = "Typed for two hours, <b>with care</b>.";

  private BusyDatabase() {}

  /** Each gets a plain sentence, loses nothing that was typed, and gets through afterwards. */
  static void answersInPlainWords(Story story) throws Exception {
    story.referredBy("manager", with()).does("head", "checkImmediateSafety");
    TasklistUser manager = story.user("manager");
    JsonNode task = story.task("manager", "screenReferral");
    String id = task.path("id").asText();
    String form = "engine:task/" + id + "/submit-form";
    manager.claim(id).expect(204);
    Map<String, Object> filledIn = story.filledIn("manager", task, with());
    Map<String, Object> referral = story.referral(with("incidentOutline", OUTLINE));
    String page = "/case/" + story.reference;
    String notes = page + "/case-notes";
    Map<String, Object> note = with("text", OUTLINE, "for", "colleagues");

    Map<String, Supplier<Answer>> calls = new LinkedHashMap<>();
    calls.put(form, () -> manager.submitForm(id, filledIn));
    calls.put("unclaim", () -> manager.post("engine:task/" + id + "/unclaim", Map.of()));
    calls.put("note", () -> manager.submitPage(page, notes, note));
    calls.put("referral", () -> story.desk.visitor().refers(story.partnership, referral));
    Map<String, Answer> answers =
        whileLocked(
            story.desk.the(DataSource.class),
            List.of(
                "update review.audit_chain set last_hash = last_hash where case_reference = '"
                    + story.reference
                    + "'",
                "update review.case_number set last_number = last_number where partnership = '"
                    + story.partnership
                    + "'",
                "update ACT_RU_TASK set REV_ = REV_ where ID_ = '" + id + "'"),
            calls);

    assertThat(answers)
        .allSatisfy(
            (call, answer) -> {
              assertThat(answer.status()).as(call + ": " + answer.text()).isEqualTo(503);
              assertThat(answer.text())
                  .contains("othing was changed. What you typed is still here.", "the number")
                  .doesNotContain("Exception", "ENGINE-", "Timeout", "jdbc", "springframe");
            });
    assertThat(answers.get(form).body().path("type").asText()).isEqualTo("Busy");
    assertThat(answers.get("unclaim").body().path("type").asText()).isEqualTo("Busy");
    Document refer = Jsoup.parse(answers.get("referral").text());
    assertThat(refer.select("textarea[name=incidentOutline]").text()).isEqualTo(OUTLINE);
    Document kept = Jsoup.parse(answers.get("note").text());
    assertThat(kept.select("form").attr("action")).isEqualTo(notes);
    assertThat(kept.select("input[name=text]").attr("value")).isEqualTo(OUTLINE);

    manager.submitForm(id, filledIn).expect(204);
    manager.submitPage(page, notes, note).expect(302);
    story.desk.visitor().refers(story.partnership, referral).expect(200);
  }

  private static Map<String, Answer> whileLocked(
      DataSource database, List<String> locks, Map<String, Supplier<Answer>> calls)
      throws Exception {
    Map<String, Answer> answers = new LinkedHashMap<>();
    ExecutorService people = Executors.newFixedThreadPool(calls.size());
    try (Connection hanging = database.getConnection()) {
      hanging.setAutoCommit(false);
      hold(hanging, locks);
      Map<String, CompletableFuture<Answer>> sent = new LinkedHashMap<>();
      calls.forEach((name, call) -> sent.put(name, CompletableFuture.supplyAsync(call, people)));
      for (Map.Entry<String, CompletableFuture<Answer>> one : sent.entrySet()) {
        answers.put(one.getKey(), one.getValue().get(3, TimeUnit.MINUTES));
      }
      hanging.rollback();
      hanging.setAutoCommit(true);
    } finally {
      people.shutdownNow();
    }
    return answers;
  }

  private static void hold(Connection connection, List<String> locks) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String lock : locks) {
        statement.execute(lock);
      }
    }
  }
}
