package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.absence.Absences;
import org.practicereview.absence.NamedCover;
import org.practicereview.absence.NamedCovers;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("Cover for a person who is named on a case")
class NamedCoverTest extends StoryTest {

  private static final String COVER = "sg-coverreviewer";
  private static final String OTHER = "sg-othercover";
  private static final String PASSWORD = "practice-review";
  private static final String REVIEWERS = SOUTH_GLOUCESTERSHIRE + ".lead-reviewer";

  @AfterEach
  void noOneIsLeft() {
    desk.the(IdentityService.class).deleteUser(COVER);
    desk.the(IdentityService.class).deleteUser(OTHER);
  }

  @Test
  @DisplayName("sees the case and has its tasks from the first day to the last, and ends by itself")
  void fromTo() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    TasklistUser cover = account(REVIEWERS);
    String page = "/case/" + story.reference;
    String terms = story.task("reviewer", "draftTerms").path("id").asText();
    LocalDate from = Desk.today().plusDays(2);
    LocalDate until = from.plusDays(3);

    assertThat(text(story.user("manager"), page))
        .contains(
            "Someone named is away: enter who covers",
            "If the person leaves for good, replace them");
    assertThat(text(story.user("la"), page)).doesNotContain("enter who covers");
    assertThat(enters(story, COVER, from, until, true)).contains("The cover is entered");
    assertThat(mailTo(COVER))
        .anyMatch(mail -> mail.contains("You cover for") && mail.contains(story.reference));
    assertThat(mailTo("sg-reviewer")).anyMatch(mail -> mail.contains("covers for you"));
    story.trailTells("Other Person covers for Lead reviewer SGCP in the case from");
    covers().follow();
    cover.get(page).expect(404);
    cover.formVariables(terms).expect(404);

    story.on(from.toString());
    covers().follow();
    cover.get(page).expect(200);
    cover.formVariables(terms).expect(200);
    assertThat(text(cover, "/cases")).contains(story.reference);
    story.user("reviewer").formVariables(terms).expect(200);
    story.on(until.toString());
    covers().follow();
    cover.claim(terms).expect(204);

    story.on(until.plusDays(1).toString());
    // The day counts for the page itself, also before the service has looked.
    cover.get(page).expect(404);
    assertThat(text(cover, "/cases")).doesNotContain(story.reference);
    covers().follow();
    cover.formVariables(terms).expect(404);
    assertThat(text(cover, "/cases")).doesNotContain(story.reference);
    assertThat(reviewers(story)).containsExactly("sg-reviewer");
    story.trailTells("The cover from", "has ended");
    // Whoever looks on below signs in with the password of the demonstration.
    noOneIsLeft();
    story.does("reviewer", "draftTerms");
    invariantsHold(story);
  }

  @Test
  @DisplayName("is refused with plain words where it may not be, and changes nothing")
  void refused() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    LocalDate from = Desk.today().plusDays(2);
    LocalDate until = from.plusDays(3);
    account(REVIEWERS, SOUTH_GLOUCESTERSHIRE + ".police");
    assertThat(enters(story, COVER, from, until, true))
        .contains("an agency in this case. A reviewer must be independent of all of them");
    desk.the(IdentityService.class).deleteMembership(COVER, SOUTH_GLOUCESTERSHIRE + ".police");

    assertThat(enters(story, COVER, from, until, false)).contains("has no conflict of interest");
    assertThat(enters(story, "sg-reviewer", from, until, true)).contains("cover for themselves");
    assertThat(enters(story, "sg-head", from, until, true))
        .contains("does not have the role that this needs");
    assertThat(enters(story, "es-reviewer", from, until, true)).contains("Choose who covers");
    assertThat(enters(story, COVER, until, from, true)).contains("the first day or later");
    assertThat(enters(story, COVER, Desk.today().minusDays(1), until, true))
        .contains("today or later");
    assertThat(enters(story, COVER, from, until.plusYears(2), true)).contains("a year at most");
    assertThat(covers().of(story.reference)).isEmpty();

    Map<String, Object> form = form(story, COVER, from, until, true);
    String address = "/case/" + story.reference + "/covers";
    story.user("la").submitPage("/my-work", address, form).expect(403);
    desk.user("es-manager").submitPage("/my-work", address, form).expect(404);
    assertThat(covers().of(story.reference)).isEmpty();

    assertThat(enters(story, COVER, from, until, true)).contains("The cover is entered");
    assertThat(enters(story, COVER, until, until.plusDays(1), true)).contains("already. End it");
    NamedCover entered = covers().of(story.reference).get(0);
    String end = address + "/" + entered.id() + "/end";
    story.user("la").submitPage("/my-work", end, with()).expect(403);
    desk.user("es-manager").submitPage("/my-work", end, with()).expect(404);
    story.user("manager").submitPage("/my-work", end, with()).expect(302);
    assertThat(story.page("manager"))
        .contains("taken back before its first day")
        .doesNotContain("no longer lets them see");
    story.user("manager").submitPage("/my-work", end, with()).expect(404);
    assertThat(mailTo(COVER))
        .anyMatch(mail -> mail.contains("You will not cover on case " + story.reference))
        .noneMatch(mail -> mail.contains("You no longer cover on case " + story.reference));

    desk.the(Absences.class)
        .enter(SOUTH_GLOUCESTERSHIRE, COVER, "sg-reviewer", until, until.plusDays(5));
    assertThat(enters(story, COVER, from, until, true)).contains("is away from");
    assertThat(covers().of(story.reference)).isEmpty();
    desk.the(JdbcTemplate.class).update("delete from review.absence");
    invariantsHold(story);
  }

  @Test
  @DisplayName("ends when the person is named no longer, and can take over for good")
  void replaced() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    Story other = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    TasklistUser cover = account(REVIEWERS);
    LocalDate today = Desk.today();
    enters(story, COVER, today, today.plusDays(9), true);
    cover.get("/case/" + story.reference).expect(200);
    desk.the(CasePeople.class).end(story.reference, naming(story).id(), "sg-manager");
    cover.get("/case/" + story.reference).expect(404);
    assertThat(covers().of(story.reference)).isEmpty();

    enters(other, COVER, today, today.plusDays(9), true);
    other
        .user("manager")
        .submitPage(
            "/people",
            "/people/hand-over",
            Map.of("partnership", SOUTH_GLOUCESTERSHIRE, "from", "sg-reviewer", "to", COVER))
        .expect(302);
    assertThat(reviewers(other)).containsExactly(COVER);
    assertThat(covers().of(other.reference)).isEmpty();
    other.on(today.plusDays(20).toString());
    covers().follow();
    cover.get("/case/" + other.reference).expect(200);
    invariantsHold(other);
  }

  @Test
  @DisplayName("does not go over for good to whom the cover's work is handed over")
  void handedOver() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    TasklistUser cover = account(REVIEWERS);
    LocalDate today = Desk.today();
    enters(story, COVER, today, today.plusDays(9), true);
    accountOf(OTHER, REVIEWERS);
    assertThat(handsOver(story, COVER, OTHER))
        .contains("Other Person covers for Lead reviewer SGCP on " + story.reference)
        .contains("enter another cover");
    assertThat(reviewers(story)).containsExactlyInAnyOrder("sg-reviewer", COVER);

    // Refused, and then the cover goes on.
    IdentityService accounts = desk.the(IdentityService.class);
    accounts.deleteMembership(COVER, REVIEWERS);
    assertThat(handsOver(story, "sg-reviewer", COVER)).contains("and not moved");
    accounts.createMembership(COVER, REVIEWERS);
    assertThat(covers().of(story.reference)).hasSize(1);
    assertThat(reviewers(story)).containsExactlyInAnyOrder("sg-reviewer", COVER);

    // Ended early by whoever names people: it is said, as it is.
    String end = "/case/" + story.reference + "/covers/";
    story
        .user("manager")
        .submitPage("/my-work", end + covers().of(story.reference).get(0).id() + "/end", with())
        .expect(302);
    assertThat(story.page("manager")).contains("The cover has ended. It no longer lets them see");
    cover.get("/case/" + story.reference).expect(404);
    story.trailTells("has ended early: the cover was taken back. No one covers now");
    assertThat(mailTo("sg-reviewer"))
        .anyMatch(mail -> mail.contains("no longer covers for you on case " + story.reference));
    invariantsHold(story);
  }

  @Test
  @DisplayName("that cannot begin is told, and keeps no other from beginning")
  void cannotBegin() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    Story broken = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    Story sound = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    account(REVIEWERS);
    accountOf(OTHER, REVIEWERS);
    LocalDate from = Desk.today().plusDays(2);
    enters(story, COVER, from, from.plusDays(3), true);
    enters(broken, OTHER, from, from.plusDays(3), true);
    enters(sound, OTHER, from.plusDays(1), from.plusDays(3), true);
    desk.the(IdentityService.class).deleteMembership(COVER, REVIEWERS);
    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    String agency =
        "update review.case_agency set agency = ? where case_reference = ? and agency = ?";
    rows.update(agency, "no-such-agency", broken.reference, "police");

    Desk.itIs(from.plusDays(1));
    covers().follow();
    rows.update(agency, "police", broken.reference, "no-such-agency");
    assertThat(reviewers(broken)).as("a fault, and no refusal").containsExactly("sg-reviewer");
    assertThat(reviewers(sound)).containsExactlyInAnyOrder("sg-reviewer", OTHER);
    assertThat(reviewers(story)).containsExactly("sg-reviewer");
    assertThat(covers().of(story.reference)).isEmpty();
    String why = "Other Person no longer has the role that this needs";
    story.trailTells("does not begin: " + why + ". No one covers then");
    assertThat(mailTo("sg-reviewer"))
        .anyMatch(
            mail ->
                mail.contains("does not cover for you on case " + story.reference)
                    && mail.contains(why));
    assertThat(mailOf("A cover on a case does not begin"))
        .anyMatch(
            mail ->
                mail.contains("does not cover for Lead reviewer SGCP on case " + story.reference)
                    && mail.contains("enter another cover"));
    covers().follow();
    assertThat(reviewers(broken)).containsExactlyInAnyOrder("sg-reviewer", OTHER);
    invariantsHold(story);
  }

  @Test
  @DisplayName("for a member of the review team is someone of the same agency")
  void member() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    story.presses("manager", "people", with("who", "review-team-member/police/sg-approver-police"));
    CasePerson member =
        desk.the(CasePeople.class).of(story.reference).stream()
            .filter(one -> one.isNamed() && one.userId().equals("sg-approver-police"))
            .findFirst()
            .orElseThrow();
    String author = "sg-author-police";
    LocalDate today = Desk.today();
    Map<String, Object> form =
        Map.of(
            "away",
            member.id(),
            "cover",
            "review-team-member/police/" + author,
            "from",
            today,
            "until",
            today.plusDays(2),
            "independent",
            true);
    Map<String, Object> health = new HashMap<>(form);
    health.put("cover", "review-team-member/health/sg-author-health");
    assertThat(story.presses("manager", "covers", health).text())
        .contains("does not work for the same agency");
    assertThat(story.presses("manager", "covers", form).text()).contains("The cover is entered");
    assertThat(members(story)).containsExactlyInAnyOrder("sg-approver-police", author);
    story.on(today.plusDays(3).toString());
    assertThat(members(story)).containsExactly("sg-approver-police");
    covers().follow();
    story.trailTells("The cover from", "has ended");

    // The member is named no longer: a later cover ends with that, and they are told.
    LocalDate later = Desk.today().plusDays(3);
    Map<String, Object> again = new HashMap<>(form);
    again.put("from", later);
    again.put("until", later.plusDays(2));
    story.presses("manager", "covers", again).expect(200);
    assertThat(covers().of(story.reference)).hasSize(1);
    desk.the(CasePeople.class).end(story.reference, member.id(), "sg-manager");
    assertThat(covers().of(story.reference)).isEmpty();
    assertThat(mailTo("sg-approver-police"))
        .anyMatch(mail -> mail.contains("does not cover for you on case " + story.reference));
    invariantsHold(story);
  }

  @Test
  @DisplayName("is not there on the answer to a national review, nor is anyone named on it")
  void nationalReview() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    account(REVIEWERS);
    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    Map<String, Object> form = form(story, COVER, Desk.today(), Desk.today().plusDays(1), true);
    rows.update(
        "update review.case_file set kind = 'national-review' where reference = ?",
        story.reference);
    try {
      story
          .user("manager")
          .submitPage("/my-work", "/case/" + story.reference + "/covers", form)
          .expect(404);
      story
          .user("manager")
          .submitPage(
              "/my-work",
              "/case/" + story.reference + "/people",
              with("who", "lead-reviewer//" + COVER))
          .expect(403);
      assertThat(covers().of(story.reference)).isEmpty();
      assertThat(reviewers(story)).containsExactly("sg-reviewer");
    } finally {
      rows.update("update review.case_file set kind = 'case' where reference = ?", story.reference);
    }
  }

  private String handsOver(Story story, String from, String to) {
    Map<String, String> over = Map.of("partnership", SOUTH_GLOUCESTERSHIRE, "from", from, "to", to);
    story.user("manager").submitPage("/people", "/people/hand-over", over).expect(302);
    return text(story.user("manager"), "/people");
  }

  private List<String> members(Story story) {
    return desk.the(CasePeople.class).of(story.reference).stream()
        .filter(one -> one.isNamed() && one.as().equals(CasePeople.TEAM_MEMBER))
        .map(CasePerson::userId)
        .toList();
  }

  private List<String> mailOf(String subject) {
    return desk.the(JdbcTemplate.class)
        .queryForList("select body from review.outbox where subject = ?", String.class, subject);
  }

  private NamedCovers covers() {
    return desk.the(NamedCovers.class);
  }

  private List<String> reviewers(Story story) {
    return desk.the(CasePeople.class).reviewers(story.reference);
  }

  private CasePerson naming(Story story) {
    return desk.the(CasePeople.class).of(story.reference).stream()
        .filter(one -> one.isNamed() && one.userId().equals("sg-reviewer"))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> form(
      Story story, String cover, LocalDate from, LocalDate until, boolean independent) {
    return Map.of(
        "away", naming(story).id(),
        "cover", "lead-reviewer//" + cover,
        "from", from,
        "until", until,
        "independent", independent);
  }

  private String enters(
      Story story, String cover, LocalDate from, LocalDate until, boolean independent) {
    return Jsoup.parse(
            story
                .presses("manager", "covers", form(story, cover, from, until, independent))
                .expect(200)
                .text())
        .text();
  }

  private TasklistUser account(String... groups) {
    return accountOf(COVER, groups);
  }

  private TasklistUser accountOf(String id, String... groups) {
    IdentityService accounts = desk.the(IdentityService.class);
    User user = accounts.newUser(id);
    user.setFirstName("Other");
    user.setLastName("Person");
    user.setEmail(id + "@practice-review.example");
    user.setPassword(PASSWORD);
    accounts.saveUser(user);
    accounts.createTenantUserMembership(SOUTH_GLOUCESTERSHIRE, id);
    for (String group : groups) {
      accounts.createMembership(id, group);
    }
    return TasklistUser.signIn(desk.port(), id, PASSWORD);
  }

  private static String text(TasklistUser user, String page) {
    return Jsoup.parse(user.get(page).expect(200).text()).text();
  }

  private List<String> mailTo(String account) {
    return desk.the(JdbcTemplate.class)
        .queryForList(
            "select body from review.outbox where recipient_role = ?",
            String.class,
            "the account " + account);
  }
}
