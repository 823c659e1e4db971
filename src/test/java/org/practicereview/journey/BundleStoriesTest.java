package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.underReview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.bundle.Bundle;
import org.practicereview.bundle.BundleInWork;
import org.practicereview.bundle.Bundles;
import org.practicereview.bundle.KeptPdf;
import org.practicereview.bundle.Part;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.casefile.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A bundle of a case")
class BundleStoriesTest extends StoryTest {

  @Test
  @DisplayName("holds what was chosen and nothing of what was removed, and stands in the trail")
  void made() throws Exception {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    file(story, "hospital-letter", "letter about Robin.pdf", "Robin Sample came at 3pm");
    file(story, "minutes", "minutes.pdf", "The group met");
    store(story, "table.xlsx", "application/octet-stream", "no pdf".getBytes());
    Document page = page(story, "manager");
    assertThat(page.select("input[name=names]").eachAttr("value"))
        .contains("Robin Sample", "Robin");
    assertThat(page.select("input[name=files]").size()).isGreaterThan(4);

    Bundle bundle =
        make(
            story,
            "manager",
            Map.of(
                "purpose",
                "SUBJECT_ACCESS",
                "parts",
                Stream.of(Part.values()).map(Enum::name).toList(),
                "files",
                page.select("input[name=files]").eachAttr("value"),
                "names",
                List.of("Robin Sample", "Robin", "Sample"),
                "own",
                "Invented Close"));

    assertThat(bundle.problem()).isEmpty();
    byte[] pdf = story.user("manager").download(address(story, bundle));
    keep(pdf, "bundle-of-a-case.pdf");
    KeptPdf.isForKeeping(pdf);
    KeptPdf.isNowhere(pdf, "Robin");
    KeptPdf.isNowhere(pdf, "Invented Close");
    List<String> pages = KeptPdf.pages(pdf);
    assertThat(pages).hasSize(bundle.pages());
    assertThat(pages.get(0))
        .contains("Sam Requester", "Request of 3 May", "Business manager SGCP", "Index");
    for (int number = 1; number <= pages.size(); number++) {
      assertThat(pages.get(number - 1))
          .contains("Page " + number + " of " + pages.size(), "OFFICIAL-SENSITIVE")
          .contains(story.reference);
    }
    String all = String.join("\n", pages);
    assertThat(all)
        .contains("Overview", "Decisions and reasons", "Completed forms", "What has happened")
        .contains("minutes.pdf, page 1 of 1", "[removed: about someone else]")
        .doesNotContain("The group met", "came at 3pm")
        .contains("table.xlsx", sum("no pdf".getBytes()));
    assertThat(trail(story))
        .filteredOn(line -> line.startsWith("A bundle of the case was made"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains("for a subject access request", sum(pdf), "completed forms")
                    .doesNotContain("Requester", "Robin", "3 May"));
    assertThat(trail(story)).anyMatch(line -> line.contains("was taken out"));
    assertThat(page(story, "manager").select("#made ~ table").text())
        .contains("Sam Requester", sum(pdf), "Something removed in");
    Document again =
        Jsoup.parse(
            story
                .user("manager")
                .get("/case/" + story.reference + "/bundle?again=" + bundle.id())
                .text());
    assertThat(again.select("#own").text()).isEqualTo("Invented Close");
    assertThat(again.select("input[name=names][checked]")).hasSize(3);
    invariantsHold(story);
  }

  @Test
  @DisplayName("is refused in plain words, and nothing that was chosen is lost")
  void refused() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    assertThat(refusal(story, Map.of("purpose", ""))).contains("Choose what the bundle is for.");
    assertThat(refusal(story, Map.of("recipient", " "))).contains("Enter who gets the bundle.");
    assertThat(refusal(story, Map.of("reason", ""))).contains("Enter why the bundle is made.");
    assertThat(refusal(story, Map.of("parts", List.of()))).contains("Choose at least one part");
    assertThat(refusal(story, Map.of("files", "unknown"))).contains("cannot be read any more");
    assertThat(refusal(story, Map.of("names", "Someone Else"))).contains("have changed");
    assertThat(refusal(story, Map.of("own", "x"))).contains("must have 2 to 100 characters: “x”");
    assertThat(refusal(story, Map.of("own", "removed"))).contains("“removed” cannot be removed");
    assertThat(refusal(story, Map.of("leave-out-1", "7-3"))).contains("not “7-3”");
    assertThat(refusal(story, Map.of("purpose", "SUBJECT_ACCESS")))
        .contains("Choose the names of other people to remove, or confirm");
    assertThat(desk.the(Bundles.class).of(story.reference)).isEmpty();

    Bundle bundle = make(story, "manager", Map.of("own", "Nowhere Atall"));
    assertThat(bundle.state()).isEqualTo(Bundle.State.NOT_MADE);
    assertThat(page(story, "manager").select("#made ~ table").text())
        .contains("Not made. “Nowhere Atall” was found nowhere in what you chose.");
    story.user("manager").get(address(story, bundle)).expect(404);
    assertThat(trail(story)).noneMatch(line -> line.contains("bundle"));
  }

  @Test
  @DisplayName("is made and taken by those who may see all of it, as long as it is not sealed")
  void readers() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    Bundle ofManager = make(story, "manager", Map.of());
    Bundle ofHead = make(story, "head", Map.of());
    String path = "/case/" + story.reference + "/bundle";
    for (String other : List.of("executive", "auditor", "author-police", "reviewer")) {
      assertThat(story.user(other).get(path).status()).as(other).isIn(403, 404);
      assertThat(story.user(other).get(address(story, ofHead)).status()).as(other).isIn(403, 404);
      assertThat(story.user(other).get("/case/" + story.reference).text())
          .as(other)
          .doesNotContain("/bundle");
    }
    desk.user("es-manager").get(path).expect(404);
    desk.user("es-manager").get(address(story, ofHead)).expect(404);
    desk.user("es-manager").submitPage("/cases", path, form(Map.of())).expect(404);
    assertThat(story.user("manager").get("/case/" + story.reference).text()).contains("/bundle");

    // The manager hears practitioners, the head does not.
    story.user("head").get(address(story, ofManager)).expect(404);
    assertThat(page(story, "head").text()).contains("Not open to you");
    story.user("head").get(address(story, ofHead)).expect(200);
    story.user("manager").get(address(story, ofHead)).expect(200);

    desk.the(Seals.class).seal(story.reference, "sg-manager", "sg-executive");
    story.user("manager").get(address(story, ofHead)).expect(403);
    story.user("manager").get(address(story, ofManager)).expect(403);

    // What was gathered before the seal is not finished after it.
    BundleInWork late = new BundleInWork(desk.the(Bundles.class), story.reference, "sg-manager");
    assertThatThrownBy(late::finish).hasMessageContaining("was sealed while the bundle was made");
    desk.the(JdbcClient.class)
        .sql("update review.case_bundle set state = 'NOT_MADE' where state = 'MAKING'")
        .update();
    // A seal is dated before it is seen: the bundle was asked for in between.
    desk.the(JdbcClient.class)
        .sql("update review.seal set sealed_at = ? where case_reference = ?")
        .params(ofManager.askedAt().minusSeconds(60).atOffset(ZoneOffset.UTC), story.reference)
        .update();
    story.user("manager").get(address(story, ofManager)).expect(403);
    Bundle under = make(story, "manager", Map.of("reason", "Request of 4 May"));
    story.user("manager").get(address(story, under)).expect(200);
  }

  @Test
  @DisplayName("is made once, however often the button is pressed")
  void once() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    String path = "/case/" + story.reference + "/bundle";
    String key = page(story, "manager").select("input[name=formKey]").attr("value");
    assertThat(page(story, "manager").select("input[name=formKey]").attr("value"))
        .isNotBlank()
        .isNotEqualTo(key);
    for (int press = 0; press < 2; press++) {
      Map<String, Object> form = form(Map.of("formKey", key));
      story.user("manager").submitPage(path, path, form).expect(302);
      awaited(story);
    }
    assertThat(bundles(story)).hasSize(1);
    Map<String, Object> changed = form(Map.of("formKey", key, "reason", "Request of 4 May"));
    story.user("manager").submitPage(path, path, changed).expect(302);
    awaited(story);
    assertThat(bundles(story)).hasSize(2);
  }

  @Test
  @EnabledIf("org.practicereview.journey.Browser#isThere")
  @DisplayName("is made in a browser; and the page of the case prints without its buttons")
  void inBrowser() throws Exception {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    file(story, "minutes", "minutes.pdf", "The group met");
    String page = "http://localhost:" + desk.port() + "/case/" + story.reference;
    try (Browser browser = Browser.open("en-GB")) {
      browser.signIn("http://localhost:" + desk.port(), "sg-manager", "practice-review");
      browser.go(page).await("document.querySelector('h1')");
      browser.print(Path.of("target/pictures/case-page.pdf"));
      browser.click("a[href$='/bundle']").await("document.querySelector('#recipient')");
      for (int wide : List.of(390, 1366)) {
        browser.wide(wide).await("window.innerWidth === " + wide);
        assertThat(
                browser
                    .run(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth")
                    .asInt())
            .as("sticking out at " + wide)
            .isLessThanOrEqualTo(0);
        browser.picture(Path.of("target/pictures/bundle-page-" + wide + ".png"));
      }
      browser.click("#purpose-CORONER").click("#part-OVERVIEW").click("#part-TRAIL");
      browser.type("#recipient", "HM Coroner").type("#reason", "Inquest, letter of 4 May");
      browser.click("main form .govuk-button");
      browser.await("document.querySelector('#made')");
      awaited(story);
      browser.go(page + "/bundle").await("document.querySelector('a[href$=\"bundle.pdf\"]')");
      browser.picture(Path.of("target/pictures/bundle-made.png"));
    }
    Bundle made = desk.the(Bundles.class).of(story.reference).get(0);
    assertThat(made.recipient()).isEqualTo("HM Coroner");
    assertThat(made.isMade()).isTrue();
    List<String> printed =
        KeptPdf.pages(Files.readAllBytes(Path.of("target/pictures/case-page.pdf")));
    assertThat(String.join("\n", printed))
        .contains(story.reference, "Clocks", "What has happened")
        .doesNotContain("Change the clock", "Start this", "Name this account", "Sign out");
    assertThat(printed).hasSizeLessThanOrEqualTo(3);
  }

  private String refusal(Story story, Map<String, ?> other) {
    String path = "/case/" + story.reference + "/bundle";
    Document page =
        Jsoup.parse(story.user("manager").submitPage(path, path, form(other)).expect(200).text());
    if (!other.containsKey("reason")) {
      assertThat(page.select("#reason").text()).isEqualTo("Request of 3 May");
    }
    Element summary = page.selectFirst(".govuk-error-summary");
    return summary == null ? "" : summary.text();
  }

  private static Map<String, Object> form(Map<String, ?> other) {
    Map<String, Object> form = new HashMap<>();
    form.put("purpose", "CORONER");
    form.put("recipient", "Sam Requester");
    form.put("reason", "Request of 3 May");
    form.put("parts", List.of("OVERVIEW"));
    form.put("why", "OTHER_PERSON");
    form.putAll(other);
    return form;
  }

  private Bundle make(Story story, String who, Map<String, ?> other) {
    String path = "/case/" + story.reference + "/bundle";
    List<String> before = bundles(story).map(Bundle::id).toList();
    story.user(who).submitPage(path, path, form(other)).expect(302);
    awaited(story);
    return bundles(story).filter(one -> !before.contains(one.id())).findFirst().orElseThrow();
  }

  private void awaited(Story story) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> bundles(story).noneMatch(one -> one.state() == Bundle.State.MAKING));
  }

  private Stream<Bundle> bundles(Story story) {
    return desk.the(Bundles.class).of(story.reference).stream();
  }

  private Document page(Story story, String who) {
    return Jsoup.parse(
        story.user(who).get("/case/" + story.reference + "/bundle").expect(200).text());
  }

  private static String address(Story story, Bundle bundle) {
    return "/case/" + story.reference + "/bundle/" + bundle.id() + "/bundle.pdf";
  }

  private List<String> trail(Story story) {
    return desk.the(AuditTrail.class).of(story.reference).stream()
        .map(AuditEntry::sentence)
        .toList();
  }

  private void file(Story story, String kind, String name, String words) {
    desk.the(Documents.class)
        .store(
            new NewDocument(
                story.reference,
                kind,
                name,
                "application/pdf",
                ReportFile.plain(words),
                "PARTNERSHIP",
                "",
                "sg-manager"));
  }

  private void store(Story story, String name, String type, byte[] content) {
    desk.the(Documents.class)
        .store(
            new NewDocument(
                story.reference, "table", name, type, content, "PARTNERSHIP", "", "sg-manager"));
  }

  private static String sum(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static void keep(byte[] pdf, String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    Files.write(folder.resolve(name), pdf);
  }
}
