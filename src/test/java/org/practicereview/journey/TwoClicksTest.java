package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.decided;
import static org.practicereview.journey.Chapters.notified;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutgoingMail;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the first page as someone who works here, and counts how often they have to click. */
@DisplayName("Every question of a working day")
@EnabledIf("org.practicereview.journey.Browser#isThere")
class TwoClicksTest extends StoryTest {

  private static final int MOST = 2;
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
  private static final String CHILD = "Quill Example";

  private Story late;
  private Story finished;
  private String mail;
  private String task;

  @BeforeEach
  void aWorkingDay() {
    finished = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    finished
        .does("head", "checkImmediateSafety")
        .does(
            "manager",
            "screenReferral",
            with(
                "referralAccepted",
                false,
                "referralRefusedReason",
                "It describes no serious harm.",
                "viewsMeetingOn",
                null,
                "harm",
                "not-serious"))
        .does("head", "confirmScreeningOut")
        .does("manager", "approveDecisionLetter");
    finished.hasEnded("not-notifiable");
    late =
        story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with("childName", CHILD));
    asked(notified(decided(viewed(late))), "police");
    task = late.task("head", "protectChildrenNow").path("id").asText();
    late.user("head").claim(task).expect(204);
    late.on(TODAY.toString());
    mail =
        desk.the(Outbox.class)
            .enqueue(
                new OutgoingMail(
                    "two-clicks:" + late.reference,
                    late.reference,
                    SOUTH_GLOUCESTERSHIRE,
                    "A letter that did not arrive",
                    "business-manager@sgcp.example",
                    "The partnership",
                    "gone@sgcp.example",
                    "Someone who works here",
                    "What waits for you",
                    "Two tasks wait for you.",
                    List.of(),
                    false));
    JdbcClient jdbc = desk.the(JdbcClient.class);
    jdbc.sql("update review.outbox set state = 'FAILED', reason = 'Unknown' where id = ?")
        .param(mail)
        .update();
    jdbc.sql(
            """
            insert into review.absence
              (id, partnership, user_id, cover, from_on, until_on, entered_at, begun)
            values ('two-clicks', ?, 'sg-head', 'sg-manager', ?, ?, current_timestamp, false)""")
        .params(SOUTH_GLOUCESTERSHIRE, TODAY.plusDays(5), TODAY.plusDays(9))
        .update();
  }

  @AfterEach
  void nothingIsLeft() {
    JdbcClient jdbc = desk.the(JdbcClient.class);
    jdbc.sql("delete from review.absence where id = 'two-clicks'").update();
    jdbc.sql("update review.outbox set state = 'CANCELLED' where id = ?").param(mail).update();
  }

  @Test
  @DisplayName("is answered from the first page in two clicks at most")
  void twoClicks() {
    try (Browser browser = Browser.open("en-GB")) {
      browser.signIn(service(), "sg-manager", "practice-review");
      ask(browser, "What must I do first?")
          .await("document.querySelector('td a[href*=\"?task=\"]')");
      ask(browser, "What is late, and whose is it?")
          .sees("Critically overdue")
          .sees("days late")
          .await("document.querySelector('td[data-label=Who]').innerText.length > 3");
      browser.go(service() + "/").type("#q", CHILD);
      new Clicks(browser).on("Search").sees(late.reference);
      ask(browser, "Which letters have not arrived?")
          .sees("A letter that did not arrive")
          .sees(late.reference);
      ask(browser, "Who is away soon, and what of theirs is due?")
          .sees("Away in the next two weeks")
          .sees(late.reference);
      ask(browser, "What happens in a month?", month(TODAY.plusMonths(9)))
          .await("document.querySelector('h1').innerText === 'March 2027'");

      ask(browser, "How were dates kept this year?")
          .sees("Notification: ")
          .sees("Rapid review: ")
          .sees("How dates were kept");
      ask(browser, "Where does time go?", "Where time goes, on the picture of the journey")
          .sees("half of");
      new Clicks(browser.go(service() + "/"))
          .on("What was decided in a finished case, and why?")
          .press("td a[href$='/path']")
          .sees("What was decided and why, as it was known then");
      ask(browser, "Which agencies are late?").sees(late.reference);
      String sheet = "a[href*='yearly-report.xlsx']";
      ask(browser, "What do we keep learning? Figures for the yearly report")
          .await("document.querySelector(\"" + sheet + "\")");
      assertThat(
              browser
                  .run(
                      "fetch(document.querySelector(\""
                          + sheet
                          + "\").href).then((one) => one.status)")
                  .asInt())
          .as("the second click brings the workbook")
          .isEqualTo(200);
    }
  }

  @Test
  @DisplayName("is answered to no other partnership and no wrong role: page, export, feed or call")
  void noOneElse() {
    for (String who : List.of("es-manager", "sg-author-health", "sg-communications")) {
      TasklistUser other = desk.user(who);
      for (String page :
          List.of(
              "/",
              "/my-work",
              "/my-work?of=all",
              "/my-work?of=team",
              "/cases",
              "/cases?state=closed",
              "/cases/export.csv",
              "/outbox",
              "/people",
              "/calendar?month=2026-06",
              "/oversight",
              "/lists?of=agencies",
              "/lists?of=letters",
              "/lists?of=actions",
              "/learning",
              "/national-reviews",
              "/case/" + late.reference,
              "/case/" + finished.reference + "/path")) {
        Answer answer = other.get(page);
        assertThat(answer.text())
            .as(who + " " + page)
            .doesNotContain(late.reference, finished.reference, "gone@sgcp.example");
        assertThat(answer.status()).as(who + " " + page).isIn(200, 302, 403, 404);
      }
      String own = "?partnership=" + SOUTH_GLOUCESTERSHIRE;
      for (String page :
          List.of(
              "/oversight" + own,
              "/oversight/figures.xlsx" + own,
              "/learning/yearly-report.xlsx" + own,
              "/learning/yearly-report.docx" + own,
              "/learning/case-review-tracker.xlsx" + own,
              "/national-reviews" + own,
              "/case/" + late.reference,
              "/case/" + finished.reference + "/path")) {
        assertThat(other.get(page).status()).as(who + " " + page).isIn(403, 404);
      }
      assertThat(other.tasks(late.reference)).as(who).isEmpty();
      assertThat(other.get("engine:task/" + task).status()).as(who).isIn(403, 404);
      assertThat(other.formVariables(task).status()).as(who).isIn(403, 404);
    }
    assertThat(
            Jsoup.parse(
                    desk.user("sg-manager")
                        .get("/case/" + finished.reference + "/path")
                        .expect(200)
                        .text())
                .text())
        .contains("It describes no serious harm.");
    assertThat(feed("sg-manager")).contains(late.reference);
    assertThat(feed("es-manager")).doesNotContain(late.reference, finished.reference);
    assertThat(Jsoup.parse(desk.user("es-manager").get("/people").expect(200).text()).text())
        .doesNotContain("sg-head", "Head of safeguarding SGCP");
    String start = Jsoup.parse(desk.user("sg-author-health").get("/").expect(200).text()).text();
    assertThat(start)
        .contains("What must I do first?")
        .doesNotContain("How were dates kept", "Which letters have not arrived?", "Who is away");
    assertThat(desk.visitor().get("/").expect(200).text())
        .doesNotContain("What do you want to know?");
  }

  private String feed(String who) {
    TasklistUser user = desk.user(who);
    user.submitPage("/calendar", "/calendar/feed", Map.of()).expect(302);
    String address =
        Jsoup.parse(user.get("/calendar").expect(200).text()).select(".pr-typed").text();
    return desk.visitor().get(address.replaceFirst("^https?://[^/]+", "")).expect(200).text();
  }

  private static String month(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK));
  }

  /** From the first page on, by what stands on links and buttons. */
  private Browser ask(Browser browser, String... words) {
    Clicks clicks = new Clicks(browser.go(service() + "/"));
    for (String one : words) {
      clicks.on(one);
    }
    return clicks.done();
  }

  private String service() {
    return "http://localhost:" + desk.port();
  }

  /** Presses what has these words on it, and counts. */
  private static final class Clicks {

    private final Browser browser;
    private int made;

    Clicks(Browser browser) {
      this.browser = browser;
    }

    Clicks on(String words) {
      String one =
          "[...document.querySelectorAll('main a, main button')].find((one) =>"
              + " one.textContent.trim() === '"
              + words.replace("'", "\\'")
              + "')";
      browser.await("document.readyState === 'complete' && " + one);
      browser.run(one + ".setAttribute('data-words', 'these')");
      return press("[data-words=these]");
    }

    Clicks press(String selector) {
      browser.await("document.readyState === 'complete'");
      browser.run("window.beforeClick = true");
      browser.click(selector);
      made++;
      browser.await("!window.beforeClick && document.readyState === 'complete'");
      return this;
    }

    Clicks sees(String text) {
      done().sees(text);
      return this;
    }

    Browser done() {
      assertThat(made).as("clicks").isBetween(1, MOST);
      return browser;
    }
  }
}
