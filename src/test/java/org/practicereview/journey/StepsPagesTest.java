package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.requirements.Requirement;

@DisplayName("What happens in a review, for everyone")
class StepsPagesTest extends StoryTest {

  @Test
  @Requirement("R-161")
  @DisplayName("is told from the deployed models, with the times of law and guidance")
  void steps() {
    String essex = page("essex");

    assertThat(essex.split("<h1")[1])
        .containsSubsequence(
            "Decide on the referral",
            "Notify the incident",
            "5 working days after the local authority became aware of the incident",
            "Carry out the rapid review",
            "15 working days after the notification was sent",
            "Hear the Panel and decide",
            "6 months after the decision to initiate the review was taken",
            "Review and publish",
            "7 full working days before the report is to be published");
    assertThat(page("south-gloucestershire"))
        .contains(
            "5 working days after the local authority became aware of the incident",
            "This partnership counts 5 working days after the incident happened.");
  }

  @Test
  @Requirement("R-161")
  @DisplayName("leaves out what the partnership does not do, and speaks its words")
  void options() {
    String unused = "not used by this partnership";
    String learningEvents = "Hold learning events</span>";

    assertThat(after(page("essex"), learningEvents)).contains(unused);
    assertThat(after(page("south-gloucestershire"), learningEvents)).doesNotContain(unused);
    assertThat(page("essex")).contains("Appoint the Review Team", "let the ESCB Executive decide");
    assertThat(page("south-gloucestershire")).contains("Appoint the Review Group");
  }

  @Test
  @Requirement("R-161")
  @DisplayName("is drawn as one picture of the whole journey")
  void picture() {
    String picture = desk.visitor().get("/steps/essex/picture.svg").expect(200).text();

    assertThat(picture)
        .startsWith("<svg")
        .contains("<title", "Incident", "referred", "rapid review", "Close the case")
        .doesNotContain("null", "NaN");
  }

  @Test
  @DisplayName("says whom to ask: offices with number and mailbox, and no one's name")
  void contacts() {
    assertThat(page("essex").split("id=\"contacts\"")[1])
        .contains("Office of the ESCB Support Team", "Chair of the CSPR Sub-Committee")
        .contains("01632 960001", "business-manager@escb.example", "sub-group@escb.example")
        .doesNotContain("learning-lead@");
    assertThat(page("staffordshire").split("id=\"contacts\"")[1])
        .contains("Development Officer", "learning-lead@sscb.example");
  }

  @Test
  @DisplayName("is found from the public referral, and from nowhere that needs an account")
  void found() {
    assertThat(desk.visitor().get("/refer/essex").expect(200).text()).contains("/steps/essex");
    assertThat(desk.visitor().get("/steps").expect(200).text()).contains("/steps/staffordshire");
    assertThat(desk.visitor().get("/steps/nowhere").status()).isEqualTo(404);
  }

  private String page(String partnership) {
    return desk.visitor()
        .get("/steps/" + partnership)
        .expect(200)
        .text()
        .replace("&#39;", "'")
        .replaceAll("\\s+", " ");
  }

  /** What stands directly behind a step. */
  private static String after(String page, String step) {
    String rest = page.substring(page.indexOf(step) + step.length());
    return rest.substring(0, Math.min(80, rest.length()));
  }
}
