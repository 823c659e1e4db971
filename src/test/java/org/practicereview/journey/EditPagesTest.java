package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import org.practicereview.journey.TasklistUser.Answer;

@DisplayName("The pages on which tables and forms are changed")
class EditPagesTest extends StoryTest {

  private static final String TABLE = "/models/table";
  private static final String QUESTIONS = "/models/questions";

  private Workshop workshop;

  @BeforeEach
  void open() {
    workshop = new Workshop(desk);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  @DisplayName("refuse a time longer than the law allows at its row, and propose a local one")
  void table() {
    Document page = workshop.page(workshop.proposer(), TABLE + "?id=clock-rules");
    assertThat(page.select("details.pr-row")).hasSizeGreaterThan(30);
    Map<String, String> longer = fields(page);
    longer.put("cell-outputEntry_rapidReview_length", "16");
    Document checked = Jsoup.parse(press(TABLE, longer, "check").expect(200).text());
    assertThat(checked.select("details#rule_rapidReview[open] .govuk-error-message")).isNotEmpty();
    assertThat(checked.select("details[open]")).hasSize(1);

    Map<String, String> local = fields(page);
    local.put("cell-outputEntry_referralDecision_length", "4");
    Document silent = Jsoup.parse(press(TABLE, local, "save").expect(200).text());
    assertThat(silent.text())
        .contains("Say in a few words what the change is called", "Nothing was saved");
    assertThat(silent.selectFirst("#outputEntry_referralDecision_length").val()).isEqualTo("4");
    local = fields(silent);
    local.put("title", "Four days");
    local.put("reason", "Three were not enough in August.");
    String proposal = Workshop.addressOf(press(TABLE, local, "save").expect(302));
    Document proposed = workshop.page(workshop.proposer(), proposal);
    assertThat(proposed.text())
        .contains(
            "The time for \"Decision on the referral\" becomes 4 working days, was 3 working days.",
            "\"Decision on the referral\" runs in")
        .doesNotContain("What is wrong");
    String again = proposed.select("a:contains(in the browser)").attr("href");
    Map<String, String> five = fields(workshop.page(workshop.proposer(), again));
    assertThat(five).containsEntry("cell-outputEntry_referralDecision_length", "4");
    five.put("cell-outputEntry_referralDecision_length", "5");
    press(TABLE, five, "save").expect(302);
    five.put("cell-outputEntry_referralDecision_length", "6");
    assertThat(press(TABLE, five, "save").expect(200).text())
        .contains("was changed since you opened it");
    assertThat(workshop.releases(workshop.releaser(), proposal, false).text())
        .contains("It is in use", "becomes 5 working days");

    // Begun before the release: what came into use in between is not taken back unseen.
    Map<String, String> late = fields(page);
    late.put("cell-outputEntry_rapidReview_length", "14");
    late.put("title", "Fourteen days");
    late.put("reason", "The rapid review is quicker here.");
    String behind = Workshop.addressOf(press(TABLE, late, "save").expect(302));
    assertThat(workshop.page(workshop.releaser(), behind).text())
        .contains("has changed since this was proposed");
    workshop.presses(workshop.releaser(), proposal + "/undo", Map.of());
  }

  @Test
  @DisplayName("add a question with who may read it, and say what reads one that is taken out")
  void questions() {
    Document page = workshop.page(workshop.proposer(), QUESTIONS + "?id=give-view");
    assertThat(page.text()).contains("Our view on the incident", "How it reads");
    String taken = page.selectFirst("details#notifiableView button[value^=remove]").val();
    Document without = Jsoup.parse(press(QUESTIONS, fields(page), taken).expect(200).text());
    assertThat(without.select("details#notifiableView")).isEmpty();
    Document refused = Jsoup.parse(press(QUESTIONS, fields(without), "check").expect(200).text());
    assertThat(refused.select(".govuk-error-summary").text()).contains("notifiableView");

    Map<String, String> one = fields(page);
    one.put("kind", "textarea");
    Document more = Jsoup.parse(press(QUESTIONS, one, "add").expect(200).text());
    Element added = more.selectFirst("details[id^=newQuestion]");
    String number = added.selectFirst("textarea").attr("name").replace("label-", "");
    Map<String, String> named = fields(more);
    named.put("label-" + number, "What would change our mind");
    Document silent = Jsoup.parse(press(QUESTIONS, named, "check").expect(200).text());
    assertThat(silent.select("details#whatWouldChangeOurMind[open] .govuk-error-message").text())
        .contains("does not say who may read its answers");
    named = fields(silent);
    named.put("access-" + number, "identity");
    named.put("title", "One more question");
    named.put("reason", "It helps those who decide.");
    String proposal = Workshop.addressOf(press(QUESTIONS, named, "save").expect(302));
    Document proposed = workshop.page(workshop.releaser(), proposal);
    assertThat(proposed.text())
        .contains("What would change our mind")
        .doesNotContain("What is wrong");
    assertThat(workshop.releases(workshop.releaser(), proposal, false).text())
        .contains("It is in use");
    assertThat(workshop.download("form", "give-view")).contains("whatWouldChangeOurMind");
    workshop.presses(workshop.releaser(), proposal + "/undo", Map.of());
  }

  @Test
  @DisplayName("begin a new form, which is then chosen for a task in the same proposal")
  void newForm() {
    Document page =
        workshop.page(workshop.proposer(), QUESTIONS + "/new?name=Read+what+was+referred");
    Map<String, String> begun = fields(page);
    begun.put("kind", "checkbox");
    Document more = Jsoup.parse(press(QUESTIONS, begun, "add").expect(200).text());
    Map<String, String> named = fields(more);
    String number = more.selectFirst("details[id^=newQuestion] textarea").attr("name").substring(6);
    named.put("label-" + number, "I have read it");
    named.put("access-" + number, "identity");
    named.put("title", "Read what was referred");
    named.put("reason", "It is read before a refusal.");
    String proposal = Workshop.addressOf(press(QUESTIONS, named, "save").expect(302));
    assertThat(workshop.page(workshop.proposer(), proposal).select("h3").text())
        .contains("read-what-was-referred.form");
    String id = proposal.substring(proposal.lastIndexOf('/') + 1);
    assertThat(
            workshop
                .proposer()
                .get("/models/draw/lists?id=consider-referral&proposal=" + id)
                .expect(200)
                .text())
        .contains("read-what-was-referred", "iHaveReadIt");
    assertThat(workshop.proposer().get(QUESTIONS + "/new?name=Give+view").status())
        .isBetween(400, 499);
  }

  @Test
  @DisplayName("are for model administrators alone")
  void who() {
    for (String who : List.of("sg-manager", "sg-auditor", "admin", "sg-oversight")) {
      TasklistUser other = desk.user(who);
      other.get(TABLE + "?id=clock-rules").expect(403);
      other.get(QUESTIONS + "?id=give-view").expect(403);
      other.get(QUESTIONS + "/new?name=Something").expect(403);
      String token =
          who.equals("sg-manager") || who.equals("sg-oversight") ? "/cases" : Workshop.PAGE;
      for (String path : List.of(TABLE, QUESTIONS)) {
        other
            .submitPage(token, path, Map.of("id", "give-view", "text", "{}", "action", "save"))
            .expect(403);
      }
      assertThat(other.get("/models/versions?kind=table&id=clock-rules").text())
          .doesNotContain("Change it in the browser");
    }
    desk.visitor().get(TABLE + "?id=clock-rules").expect(302);
    workshop.proposer().get(TABLE + "?id=nothing").expect(404);
    workshop.proposer().get(QUESTIONS + "?id=record-panel-response").expect(404);
    assertThat(
            workshop.page(workshop.proposer(), "/models/versions?kind=table&id=clock-rules").text())
        .contains("Change it in the browser");
  }

  private Answer press(String address, Map<String, String> fields, String action) {
    Map<String, String> sent = new LinkedHashMap<>(fields);
    sent.put("action", action);
    return workshop.proposer().submitPage(Workshop.PAGE, address, sent);
  }

  /** What a browser sends of a form; of lists with ticks no one touches them here. */
  private static Map<String, String> fields(Document page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Map<String, List<String>> all = new LinkedHashMap<>();
    page.select("#editing [name]").stream()
        .filter(field -> !field.is("button"))
        .forEach(
            field -> {
              boolean tick = field.attr("type").equals("checkbox");
              if (!tick || field.hasAttr("checked")) {
                all.computeIfAbsent(field.attr("name"), one -> new ArrayList<>())
                    .add(valueOf(field));
              }
            });
    all.forEach(
        (name, values) -> {
          if (values.size() == 1) {
            fields.put(name, values.get(0));
          }
        });
    return fields;
  }

  private static String valueOf(Element field) {
    if (field.is("select")) {
      Element chosen = field.selectFirst("option[selected]");
      return chosen == null ? field.selectFirst("option").val() : chosen.val();
    }
    return field.is("textarea") ? field.wholeText().replaceFirst("^\n", "") : field.val();
  }
}
