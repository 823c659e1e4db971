package org.practicereview.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@DisplayName("A model that is drawn in the browser")
@EnabledIf("org.practicereview.journey.Browser#isThere")
class DrawInBrowserTest extends StoryTest {

  private static final String DRAW = "/models/draw?id=consider-referral";
  private static final String SHOWN = "document.getElementById('drawing').dataset.ready";
  private static final String MODELLER = "document.getElementById('canvas').modeller";

  /** Chooses each step and way of a model; gives what its panel has no words for. */
  private static final String UNLISTED =
      """
      (async () => { const m = %s; await m.importXML(%s); const found = [];
        for (const one of m.get('elementRegistry').getAll()) {
          m.get('selection').select(one);
          const panel = document.getElementById('panel');
          if (!panel.querySelector('#name')) found.push(one.id + ' has no panel');
          for (const said of panel.querySelectorAll('option:checked, .pr-many label:has(:checked)'))
            if (said.textContent.startsWith('As it stands')) found.push(one.id + ' ' + said.textContent);
        }
        return found; })()""";

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
  @DisplayName("is refused with words at the step, corrected, and released by a second person")
  void newTask() {
    Set<String> before = workshop.deployments();
    try (Browser browser = Browser.open("en-GB")) {
      browser.signInToWelcome(service(), "modeller", "practice-review");
      browser.go(service() + DRAW).await(SHOWN);
      picture(browser, "draw-opened");
      browser.run(
          """
          (() => { const m = %s; const r = m.get('elementRegistry');
            m.get('modeling').removeElements([r.get('flow_referralRefused')]);
            m.get('autoPlace').append(r.get('gateway_referralAccepted'), m.get('elementFactory').createShape({ type: 'bpmn:Task' }));
          })()"""
              .formatted(MODELLER));
      select(browser, "one => one.type === 'bpmn:Task'");
      browser.run(
          "[...document.querySelectorAll('#panel button')].find(b => b.textContent === 'Of a person').click()");
      browser.await("document.querySelector('#panel #form')");
      set(browser, "name", "Read earlier referrals");
      browser.click("#check").sees("does not say which role");
      assertThat(browser.text()).contains("has no guidance for the person", "things are wrong");
      assertThat(browser.run("document.querySelectorAll('.pr-flaw').length").asInt()).isPositive();
      picture(browser, "draw-refused");

      set(browser, "explanation", "Read what was referred of this family before.");
      browser.click("#roles-business-manager");
      set(browser, "form", "confirm-screening-out");
      set(browser, "due", "referral-decision");
      browser.run(
          """
          (() => { const m = %s; const r = m.get('elementRegistry');
            m.get('modeling').connect(r.get('userTask_readEarlierReferrals'), r.get('userTask_confirmScreeningOut'));
          })()"""
              .formatted(MODELLER));
      select(
          browser, "one => one.businessObject.targetRef?.id === 'userTask_readEarlierReferrals'");
      set(browser, "condition", "${referralAccepted == false}");
      picture(browser, "draw-way");
      browser.click("#check").sees("Nothing is wrong with it");
      picture(browser, "draw-accepted");
      set(browser, "title", "Read earlier referrals");
      set(browser, "reason", "Earlier referrals are read before a refusal is confirmed.");
      browser.click(".pr-draw__save button");
      browser.await("location.pathname.startsWith('/models/proposals/')").sees("What changes");
      assertThat(browser.text())
          .contains("The task \"Read earlier referrals\" is new", "role: business manager")
          .doesNotContain("What is wrong");
      String proposal = browser.run("location.pathname").asText();
      assertThat(workshop.deployments()).isEqualTo(before);
      Document page = workshop.releases(workshop.releaser(), proposal, false);
      assertThat(page.text()).contains("It is in use");
      assertThat(workshop.download("model", "consider-referral"))
          .contains(
              "userTask_readEarlierReferrals", "camunda:candidateGroups=\"business-manager\"");
      workshop.presses(workshop.releaser(), proposal + "/undo", Map.of());
    }
  }

  @Test
  @DisplayName("is kept in the browser while it is not saved, and no one else sees it there")
  void kept() {
    try (Browser browser = Browser.open("en-GB")) {
      browser.signInToWelcome(service(), "modeller", "practice-review");
      browser.go(service() + DRAW).await(SHOWN);
      select(browser, "one => one.id === 'userTask_giveView'");
      set(browser, "name", "Say what they think");
      browser.await("Object.keys(localStorage).some(key => key.startsWith('drawing modeller'))");
      browser.click("#whole").reload().await(SHOWN).sees("You had not saved it");
      assertThat(browser.asked()).as("warned before leaving").isEqualTo(1);
      browser
          .click("#draft-take")
          .await(
              MODELLER
                  + ".get('elementRegistry').get('userTask_giveView').businessObject.name === 'Say what they think'");
    }
  }

  @Test
  @DisplayName("offers in its lists everything that the shipped models say already")
  void lists() throws IOException {
    List<String> missing = new ArrayList<>();
    try (Browser browser = Browser.open("en-GB")) {
      browser.signInToWelcome(service(), "modeller", "practice-review");
      browser.go(service() + DRAW).await(SHOWN);
      for (Resource model :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:processes/**/*.bpmn")) {
        String xml = new ObjectMapper().writeValueAsString(model.getContentAsString(UTF_8));
        browser
            .run(UNLISTED.formatted(MODELLER, xml))
            .forEach(one -> missing.add(model.getFilename() + " " + one.asText()));
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  @DisplayName("is drawn, checked and saved by model administrators alone")
  void who() {
    for (String who : List.of("sg-manager", "sg-auditor", "admin", "sg-oversight")) {
      TasklistUser other = desk.user(who);
      other.get(DRAW).expect(403);
      other.get("/models/draw/lists?id=consider-referral").expect(403);
      String token = who.equals("sg-manager") || who.equals("sg-oversight") ? "/cases" : "/models";
      for (String path : List.of("/models/draw", "/models/draw/check")) {
        other
            .submitPage(
                token, path, Map.of("id", "consider-referral", "version", "1", "model", "<a/>"))
            .expect(403);
      }
    }
    desk.visitor().get(DRAW).expect(302);
    workshop.proposer().get("/models/draw?id=nothing").expect(404);
    String form = workshop.download("form", "give-view").replace("Our reasons", "Why");
    String proposal = workshop.proposes(workshop.proposer(), Map.of("give-view.form", form));
    String id = proposal.substring(proposal.lastIndexOf('/') + 1);
    workshop.proposer().get(DRAW + "&proposal=" + id).expect(200);
    workshop.releaser().get(DRAW + "&proposal=" + id).expect(404);
  }

  private static void select(Browser browser, String which) {
    browser.run(
        "%s.get('selection').select(%s.get('elementRegistry').filter(%s)[0])"
            .formatted(MODELLER, MODELLER, which));
  }

  private static void set(Browser browser, String field, String value) {
    browser.run(
        "(() => { const f = document.getElementById('%s'); f.value = \"%s\"; f.dispatchEvent(new Event('change')); if (f.value !== undefined && document.getElementById('%s').value !== \"%s\") throw new Error(f.value); })()"
            .formatted(field, value, field, value));
  }

  private String service() {
    return "http://localhost:" + desk.port();
  }

  private static void picture(Browser browser, String name) {
    String folder = System.getProperty("pages.pictures", "");
    if (!folder.isEmpty()) {
      browser.run("document.getElementById('canvas').scrollIntoView()");
      browser.picture(Path.of(folder, name + ".png"));
    }
  }
}
