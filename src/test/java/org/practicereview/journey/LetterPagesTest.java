package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterTemplates;
import org.practicereview.letters.Letters;
import org.practicereview.modelling.LetterDesk;
import org.practicereview.modelling.LetterDesk.Shown;
import org.practicereview.modelling.LetterParts;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A letter that is changed in the browser")
class LetterPagesTest extends StoryTest {

  private static final String PAGE = "/models/letter";
  private static final String ACKNOWLEDGEMENT = "referral/acknowledgement";
  private static final String FAMILY = "cspr/family-introduction";
  private static final String SAID = "We have received your referral";

  private Workshop workshop;

  @BeforeEach
  void open() {
    workshop = new Workshop(desk);
  }

  @AfterEach
  void close() {
    workshop.close();
    desk.the(JdbcClient.class).sql("delete from review.own_letter").update();
  }

  @Test
  @DisplayName("holds to every rule as it was shipped, and stays as it is where nothing is changed")
  void shipped() {
    LetterTemplates templates = desk.the(LetterTemplates.class);
    LetterDesk letters = desk.the(LetterDesk.class);
    for (String id : templates.ids()) {
      LetterParts letter = new LetterParts(templates.text(id));
      assertThat(letters.check(id, letter)).as(id).isEmpty();
      assertThat(letter.with(letter.title(), letter.subject(), letter.body()).text())
          .as(id)
          .isEqualTo(letter.text());
    }
    for (String id : List.of(FAMILY, "cspr/child-invitation", "rapidreview/information-request")) {
      LetterParts letter = new LetterParts(templates.text(id));
      for (boolean bare : List.of(false, true)) {
        assertThat(letters.print(id, letter, new Shown("", Map.of(), bare)).pictures())
            .as(id)
            .isNotEmpty();
      }
    }
  }

  @Test
  @DisplayName("is proposed, compared, released by a second person, and counts for the next letter")
  void released() {
    Story before =
        story(SOUTH_GLOUCESTERSHIRE, Workshop.tomorrow()).referredBy("manager", Map.of());
    Document page = workshop.page(workshop.proposer(), PAGE + "?id=" + ACKNOWLEDGEMENT);
    assertThat(page.select("#put option").eachText()).anyMatch(one -> one.contains("received"));
    Map<String, String> fields = fields(page);
    fields.put("letterTitle", "Your referral has arrived");
    fields.put(
        "letterBody",
        fields.get("letterBody").replace("<h2>What happens next</h2>", "<h2>The next steps</h2>"));
    fields.put("title", "Plainer words");
    fields.put("reason", "Referrers asked what comes next.");
    String proposal = Workshop.addressOf(press(fields, "save").expect(302));

    String said = workshop.page(workshop.proposer(), proposal).text();
    assertThat(said)
        .contains(
            "The letter is called \"Your referral has arrived\" now, was \"We have received your",
            "\"What happens next\" now reads \"The next steps\"",
            "Another model administrator has to release this")
        .doesNotContain("What is wrong", "Release the change");
    assertThat(row().text()).contains("Shipped").doesNotContain("Own", "modeller");
    String id = proposal.substring(proposal.lastIndexOf('/') + 1);
    byte[] printed =
        desk.user("sg-auditor")
            .download(
                PAGE + "/proposed?proposal=" + id + "&file=letters/" + ACKNOWLEDGEMENT + ".html");
    assertThat(new String(printed, StandardCharsets.ISO_8859_1)).startsWith("%PDF");

    assertThat(workshop.releases(workshop.releaser(), proposal, false).text())
        .contains("It is in use");
    assertThat(row().text()).contains("Version 2", "Own", "second-modeller");
    assertThat(workshop.download("letter", ACKNOWLEDGEMENT)).contains("The next steps");
    assertThat(workshop.page(workshop.proposer(), "/models/changes").text())
        .contains("letters/" + ACKNOWLEDGEMENT + ".html, SHA-256 before");
    Story after = story(SOUTH_GLOUCESTERSHIRE, Workshop.tomorrow()).referredBy("manager", Map.of());
    assertThat(words(before)).contains("What happens next", SAID).doesNotContain("The next steps");
    assertThat(words(after)).contains("The next steps", "Your referral has arrived");

    workshop.presses(workshop.releaser(), proposal + "/undo", Map.of());
    assertThat(row().text()).contains("Shipped", "second-modeller").doesNotContain("Own");
    assertThat(
            desk.the(JdbcClient.class)
                .sql("select count(*) from review.own_letter where content is null")
                .query(Integer.class)
                .single())
        .as("it follows what is shipped again")
        .isEqualTo(1);
    assertThat(
            workshop
                .proposer()
                .get("/models/file?kind=letter&id=" + ACKNOWLEDGEMENT + "&version=2")
                .expect(200)
                .text())
        .contains("The next steps");
  }

  @Test
  @DisplayName("that another node brought into use counts at once")
  void otherNode() {
    LetterTemplates templates = desk.the(LetterTemplates.class);
    String own = templates.text(ACKNOWLEDGEMENT).replace("What happens next", "On another node");
    desk.the(JdbcClient.class)
        .sql(
            """
            insert into review.own_letter (id, version, content, released_by, released_at)
            values (?, 1, ?, 'modeller', current_timestamp)""")
        .params(ACKNOWLEDGEMENT, own.getBytes(StandardCharsets.UTF_8))
        .update();
    Story story = story(SOUTH_GLOUCESTERSHIRE, Workshop.tomorrow()).referredBy("manager", Map.of());
    assertThat(words(story)).contains("On another node");
  }

  @Test
  @DisplayName("is refused in words at the line, and keeps what was promised to its reader")
  void refused() {
    Map<String, String> family = fields(workshop.page(workshop.proposer(), PAGE + "?id=" + FAMILY));
    String body = family.get("letterBody");
    assertThat(body.lines().toList().get(0)).startsWith("  <p>Dear");

    is(family, body.replaceFirst("</p>", ""), "Line 1", "<p> is not closed with </p>");
    is(family, body + "</li>", "Line", "</li> closes nothing");
    is(family, "<p>A&nbsp;b</p>" + body, "Line 1", "is not known here");
    is(family, "<p>[[${fact.childName}]]</p>\n" + body, "Line 1", "may not print \"Child name\"");
    is(family, "<p>[[${fact.complaintOutcome}]]</p>\n" + body, "Line 1", "may not print");
    is(family, "<p>[[${fact.reviewerName} == 'x ? 'a' : '']]</p>" + body, "Line 1", "be read");
    is(family, "<p>[[${T(java.lang.Runtime)}]]</p>\n" + body, "Line 1", "is no fact");
    String hidden = "<span th:with=\"fact=${letter}\"></span><p>[[${fact.childName}]]</p>";
    is(family, hidden + body, "Line 1", "may not print");
    is(family, "<p>[[${row}]]</p>" + body, "Line 1", "alone prints everything");
    is(family, "<p>[[${fact}]]</p>" + body, "Line 1", "may not print");
    is(family, "<img src=\"x\"/>" + body, "Line 1", "<img> is not printed");
    is(family, "<p onclick=\"x()\">x</p>" + body, "Line 1", "has no place in a letter");
    is(family, "<p th:utext=\"${fact.pseudonym}\">x</p>" + body, "Line 1", "has no place");
    is(family, "<p>\uD80C\uDC00</p>" + body, "Line 1", "no font has");
    is(family, "<!-- x -->" + body, "Line 1", "may hold no comment");
    is(
        family,
        body.replaceAll("(?s)<p data-keep=\"that they can change their mind\">.*?</p>", ""),
        "The whole file",
        "it no longer says that they can change their mind");
    is(
        family,
        body.replace(
            "<p data-keep=\"what happens",
            "<p th:if=\"${fact.familyLetterNotes} != null\" data-keep=\"what happens"),
        "The whole file",
        "to the same readers as before");
    is(
        family,
        body.replace("${fact.familyReplyBy}", "${letter.date}"),
        "The whole file",
        "no longer says \"Family reply by\"");
    Map<String, String> subject = new LinkedHashMap<>(family);
    subject.put("letterSubject", "{childName}: an invitation");
    assertThat(Jsoup.parse(press(subject, "check").expect(200).text()).text())
        .contains("Subject line: It may hold no facts");
    Map<String, String> head = new LinkedHashMap<>(family);
    head.put("text", family.get("text").replace("content=\"yes\"", "content=\"no\""));
    assertThat(press(head, "check").expect(200).text())
        .contains("its head says otherwise than before that it belongs to its reader".substring(4));
    assertThat(press(family, "check").expect(200).text()).contains("Nothing is wrong with it");
    family.put("title", "No change");
    family.put("reason", "It is tried in a test.");
    assertThat(press(family, "save").expect(200).text()).contains("Nothing was changed");

    // Saved with something wrong, it stays a proposal that no one can release.
    Map<String, String> wrong = new LinkedHashMap<>(family);
    wrong.put("letterBody", "<p>[[${fact.childName}]]</p>\n" + body);
    String proposal = Workshop.addressOf(press(wrong, "save").expect(302));
    assertThat(workshop.page(workshop.releaser(), proposal).text())
        .contains("What is wrong", "Child name")
        .doesNotContain("Release the change");
    assertThat(
            workshop
                .releaser()
                .submitPage(
                    proposal,
                    proposal + "/release",
                    Map.of("revision", "1", "note", "Pressed all the same."))
                .status())
        .isEqualTo(302);
    assertThat(desk.the(LetterTemplates.class).text(FAMILY)).doesNotContain("childName");
  }

  private void is(Map<String, String> fields, String body, String where, String wrong) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put("letterBody", body);
    Document checked = Jsoup.parse(press(changed, "check").expect(200).text());
    assertThat(checked.select(".govuk-error-summary li").eachText())
        .anyMatch(one -> one.startsWith(where) && one.toLowerCase().contains(wrong.toLowerCase()));
  }

  @Test
  @DisplayName("is shown as it would be printed, with invented facts and nothing of any case")
  void preview() {
    Map<String, String> fields =
        fields(workshop.page(workshop.proposer(), PAGE + "?id=" + ACKNOWLEDGEMENT));
    JsonNode shown = press(PAGE + "/preview", fields).expect(200).body();
    assertThat(shown.path("faults")).isEmpty();
    String picture = shown.path("pages").get(0).asText();
    byte[] png = Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1));
    assertThat(new String(png, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");

    fields.put("letterBody", "<p>[[${fact.nothing}]]</p>");
    JsonNode wrong = press(PAGE + "/preview", fields).expect(200).body();
    assertThat(wrong.path("faults").findValuesAsText("element")).contains("line-1");
    assertThat(wrong.has("pages")).isFalse();

    LetterTemplates templates = desk.the(LetterTemplates.class);
    String notice =
        templates.everyOne().stream().filter(one -> one.notice()).findFirst().orElseThrow().id();
    assertThat(
            press(
                    PAGE + "/preview",
                    fields(workshop.page(workshop.proposer(), PAGE + "?id=" + notice)))
                .expect(200)
                .body()
                .path("mail")
                .asText())
        .contains("-0000-0000");
  }

  @Test
  @DisplayName("is changed by model administrators alone, and downloaded and sent as a file too")
  void who() {
    for (String who : List.of("sg-manager", "sg-auditor", "admin", "sg-oversight")) {
      TasklistUser other = desk.user(who);
      other.get(PAGE + "?id=" + ACKNOWLEDGEMENT).expect(403);
      String token =
          who.equals("sg-manager") || who.equals("sg-oversight") ? "/cases" : Workshop.PAGE;
      for (String path : List.of(PAGE, PAGE + "/preview", PAGE + "/pdf")) {
        other
            .submitPage(token, path, Map.of("id", ACKNOWLEDGEMENT, "text", "x", "action", "save"))
            .expect(403);
      }
    }
    desk.visitor().get(PAGE + "?id=" + ACKNOWLEDGEMENT).expect(302);
    workshop.proposer().get(PAGE + "?id=../layout").expect(404);
    workshop.proposer().get(PAGE + "?id=referral/nothing").expect(404);

    String text = workshop.download("letter", ACKNOWLEDGEMENT);
    String proposal =
        workshop.proposes(
            workshop.proposer(),
            Map.of("acknowledgement.html", text.replace("What happens next", "And then")));
    assertThat(workshop.page(workshop.releaser(), proposal).text())
        .contains("letters/referral/acknowledgement.html", "now reads \"And then\"")
        .doesNotContain("What is wrong");
    String delay = workshop.download("letter", "cspr/delay");
    Answer ambiguous = workshop.tries(workshop.proposer(), Map.of("delay.html", delay));
    assertThat(workshop.page(workshop.proposer(), Workshop.addressOf(ambiguous)).text())
        .contains("There are several letters delay.html");
  }

  @Test
  @DisplayName("is seen printed beside its words in Chromium, and a mistake at its line")
  @EnabledIf("org.practicereview.journey.Browser#isThere")
  void inBrowser() {
    try (Browser browser = Browser.open("en-GB")) {
      browser.signInToWelcome("http://localhost:" + desk.port(), "modeller", "practice-review");
      browser.wide(1366).go("http://localhost:" + desk.port() + PAGE + "?id=" + FAMILY);
      browser.await("document.querySelectorAll('#pages img').length >= 2");
      picture(browser, "letter-opened");
      browser.wide(390);
      assertThat(
              browser
                  .run(
                      "document.documentElement.scrollWidth - document.documentElement.clientWidth")
                  .asInt())
          .as("too wide for a telephone")
          .isLessThanOrEqualTo(0);
      browser.wide(1366);
      String first = "document.querySelector('#pages img').src.length";
      int before = browser.run(first).asInt();
      browser.run(
          "(() => { const b = document.getElementById('letterBody'); b.focus(); b.setSelectionRange(0, 0); document.querySelector('[data-before=\"<p>\"]').click(); document.getElementById('put').value = '[[${letter.recipient}]]'; document.getElementById('put-in').click(); })()");
      browser.await(first + " !== " + before);
      assertThat(browser.value("#letterBody")).startsWith("<p>[[${letter.recipient}]]</p>");
      browser.run(
          "(() => { const b = document.getElementById('letterBody'); b.setRangeText('<p>[[${fact.childName}]]', 0, 0, 'end'); b.dispatchEvent(new Event('input', { bubbles: true })); })()");
      browser.sees("1 thing is wrong").sees("<p> is not closed");
      picture(browser, "letter-wrong");
      browser.run(
          "(() => { const b = document.getElementById('letterBody'); b.setRangeText('', 0, '<p>[[${fact.childName}]]'.length, 'end'); b.dispatchEvent(new Event('input', { bubbles: true })); })()");
      browser.await("document.querySelectorAll('#faults-list li').length === 0");
      browser.run(
          "(() => { document.getElementById('title').value = 'By name'; document.getElementById('reason').value = 'It reads more kindly.'; })()");
      browser.click("button[name=action][value=save]:not([tabindex])");
      browser.await("location.pathname.startsWith('/models/proposals/')");
      browser.sees("Put in: \"[Recipient]\"");
      picture(browser, "letter-proposed");
    }
  }

  private static void picture(Browser browser, String name) {
    String folder = System.getProperty("pages.pictures", "");
    if (!folder.isEmpty()) {
      browser.picture(Path.of(folder, name + ".png"));
    }
  }

  private String words(Story story) {
    Letters letters = desk.the(Letters.class);
    Letter letter =
        letters.of(story.reference).stream()
            .filter(one -> one.template().equals(ACKNOWLEDGEMENT))
            .findFirst()
            .orElseThrow();
    return Jsoup.parse(letters.previewHtml(letter.id())).text();
  }

  private Element row() {
    return workshop.page(workshop.proposer(), "/models?kind=letter").select("tbody tr").stream()
        .filter(row -> row.select(".govuk-hint").text().equals(ACKNOWLEDGEMENT))
        .findFirst()
        .orElseThrow();
  }

  private Answer press(Map<String, String> fields, String action) {
    Map<String, String> sent = new LinkedHashMap<>(fields);
    sent.put("action", action);
    return press(PAGE, sent);
  }

  private Answer press(String address, Map<String, String> fields) {
    return workshop.proposer().submitPage(Workshop.PAGE, address, fields);
  }

  /** What a browser sends of the page, with lists as they open. */
  private static Map<String, String> fields(Document page) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element field : page.select("#editing [name]:not(button):not([type=checkbox])")) {
      Element chosen = field.is("select") ? field.selectFirst("option") : field;
      fields.put(
          field.attr("name"), field.is("textarea") ? field.wholeText() : chosen.attr("value"));
    }
    return fields;
  }
}
