package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.absence.Absences;
import org.practicereview.absence.HandOver;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CasePeople;
import org.practicereview.work.CallsToAct;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("The work of people who are away or gone")
class AbsenceTest extends StoryTest {

  private static final String OTHER = "sg-otherhead";
  private static final Map<String, Object> CALM =
      with("otherChildrenAtRisk", "no", "otherChildrenAction", null);

  private static final String REVIEWER = "sg-otherreviewer";

  @AfterEach
  void noOneIsLeft() {
    IdentityService identity = desk.the(IdentityService.class);
    desk.the(JdbcTemplate.class).update("delete from review.absence");
    identity.deleteUser(OTHER);
    identity.deleteUser(REVIEWER);
  }

  @Test
  @DisplayName("goes to the cover on the first day away, until the last, and the trail says so")
  void cover() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    TasklistUser head = story.user("head");
    TasklistUser other = account(OTHER, "south-gloucestershire.head-of-safeguarding");
    String task = story.task("head", "protectChildrenNow").path("id").asText();
    head.claim(task).expect(204);
    var from = Desk.today().plusDays(2);
    var until = from.plusDays(7);

    assertThat(away(head, OTHER, from, until)).contains("Your absence is entered. Other Person");
    assertThat(mailTo(OTHER)).anyMatch(text -> text.contains("has asked you to do their work"));
    assertThat(trail("")).anyMatch(line -> line.contains("\"" + OTHER + "\" does their work"));
    desk.the(Absences.class).beginDue();
    assertThat(item(task).assignee()).isEqualTo("sg-head");
    assertThat(text(other, "/my-work")).doesNotContain("You cover for");

    story.on(from.toString());
    desk.the(Absences.class).beginDue();
    assertThat(item(task).assignee()).isEqualTo(OTHER);
    story.trailTells("went from Head of safeguarding SGCP, who is away, to Other Person");
    assertThat(text(other, "/my-work")).contains("You cover for Head of safeguarding SGCP until");
    assertThat(text(head, "/my-work"))
        .contains("You are away until", "Other Person does your work");
    other.formVariables(task).expect(200);

    story.on(until.plusDays(1).toString());
    assertThat(text(other, "/my-work")).doesNotContain("You cover for");
    assertThat(desk.the(Absences.class).concerning("sg-head")).isEmpty();
    invariantsHold(story);
  }

  @Test
  @DisplayName(
      "is not taken over by oneself, by another role or partnership, in a chain or a circle")
  void refused() {
    underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    TasklistUser head = desk.user("sg-head");
    TasklistUser other = account(OTHER, "south-gloucestershire.head-of-safeguarding");
    TasklistUser third = account(REVIEWER, "south-gloucestershire.head-of-safeguarding");
    var from = Desk.today().plusDays(10);
    var until = from.plusDays(5);

    assertThat(away(head, "sg-head", from, until)).contains("You cannot cover for yourself");
    assertThat(away(head, "sg-manager", from, until)).contains("does not have all of your roles");
    assertThat(away(head, "es-head", from, until)).contains("a colleague of your partnership");
    assertThat(away(head, OTHER, until, from)).contains("the first day or later");
    assertThat(away(head, OTHER, Desk.today().minusDays(1), until)).contains("today or later");
    assertThat(away(head, OTHER, from, until.plusYears(2))).contains("a year at most");
    head.submitPage("/away", "/away", Map.of("partnership", ESSEX, "cover", "es-head")).expect(403);
    assertThat(desk.the(Absences.class).of(SOUTH_GLOUCESTERSHIRE)).isEmpty();

    assertThat(away(head, OTHER, from, until)).contains("is entered");
    assertThat(away(head, OTHER, until, until.plusDays(1))).contains("an absence from");
    assertThat(away(other, "sg-head", from, until)).contains("You cover for a colleague");
    assertThat(away(other, REVIEWER, until, until)).contains("You cover for a colleague");
    assertThat(away(third, "sg-head", until, until)).contains("is away from");
    assertThat(away(third, "sg-head", until.plusDays(1), until.plusDays(2))).contains("is entered");

    String id = desk.the(Absences.class).concerning(OTHER).get(0).id();
    other.submitPage("/away", "/away/" + id + "/end", with()).expect(404);
    head.submitPage("/away", "/away/" + id + "/end", with()).expect(302);
    assertThat(desk.the(Absences.class).concerning(OTHER)).isEmpty();
  }

  @Test
  @DisplayName("is told to the cover, too, where it is urgent")
  void urgent() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11");
    account(OTHER, "south-gloucestershire.head-of-safeguarding");
    away(desk.user("sg-head"), OTHER, Desk.today(), Desk.today());
    story.referredBy("manager", CALM);
    desk.the(CallsToAct.class).tellWhoIsNext(story.reference);
    assertThat(story.letters("notices/act-now"))
        .extracting(letter -> letter.recipientKind())
        .contains("head-of-safeguarding")
        .anyMatch(kind -> kind.startsWith("cover:"));
    assertThat(mailedTo(OTHER + "@practice-review.example")).contains(story.reference);
    invariantsHold(story);

    Story later = story(SOUTH_GLOUCESTERSHIRE, "2026-05-12");
    later.referredBy("manager", CALM);
    desk.the(CallsToAct.class).tellWhoIsNext(later.reference);
    assertThat(later.letters("notices/act-now"))
        .extracting(letter -> letter.recipientKind())
        .noneMatch(kind -> kind.startsWith("cover"));
  }

  @Test
  @DisplayName("goes to a colleague in one step, tasks and named roles, and what cannot is said")
  void everything() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    TasklistUser second = account(REVIEWER, "south-gloucestershire.lead-reviewer");
    String terms = story.task("reviewer", "draftTerms").path("id").asText();
    story.user("reviewer").claim(terms).expect(204);
    Map<String, String> over =
        Map.of("partnership", SOUTH_GLOUCESTERSHIRE, "from", "sg-reviewer", "to", REVIEWER);

    story.user("la").get("/people").expect(403);
    story.user("la").submitPage("/my-work", "/people/hand-over", over).expect(403);
    desk.user("es-manager").submitPage("/people", "/people/hand-over", over).expect(403);
    assertThat(text(desk.user("es-manager"), "/people")).doesNotContain(story.reference);
    assertThat(people(story, Map.of("partnership", SOUTH_GLOUCESTERSHIRE, "from", "sg-reviewer")))
        .as("pressed in the wrong row, with no one chosen")
        .contains("Choose who takes over. Nothing was changed.");
    assertThat(text(story.user("manager"), "/people")).contains("Named on", story.reference);

    // No one else holds the role: the naming stays, and the task waits for all whose it is.
    String left =
        people(
            story,
            Map.of("partnership", SOUTH_GLOUCESTERSHIRE, "from", "sg-reviewer", "to", "sg-head"));
    assertThat(left)
        .contains("Nothing of Lead reviewer SGCP went over", "waits for others again", "not moved");
    assertThat(item(terms).assignee()).isNull();
    assertThat(desk.the(CasePeople.class).reviewers(story.reference))
        .containsExactly("sg-reviewer");

    story.user("reviewer").claim(terms).expect(204);
    assertThat(people(story, over)).contains("went over to Other Person");
    assertThat(desk.the(CasePeople.class).reviewers(story.reference)).containsExactly(REVIEWER);
    assertThat(item(terms).assignee()).isEqualTo(REVIEWER);
    second.formVariables(terms).expect(200);
    assertThat(story.user("reviewer").formVariables(terms).status()).isEqualTo(404);
    assertThat(mailTo(REVIEWER)).anyMatch(text -> text.contains("went over to you"));
    assertThat(mailTo("sg-reviewer")).anyMatch(text -> text.contains("went from you"));
    story.trailTells("went from Lead reviewer SGCP, who hands over their work, to Other Person");
    invariantsHold(story);
  }

  @Test
  @DisplayName("is held by no account that is gone, whoever ended it")
  void gone() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    TasklistUser other = account(OTHER, "south-gloucestershire.head-of-safeguarding");
    String task = story.task("head", "protectChildrenNow").path("id").asText();
    other.claim(task).expect(204);
    away(desk.user("sg-head"), OTHER, Desk.today().plusDays(3), Desk.today().plusDays(4));
    desk.the(IdentityService.class).deleteUser(OTHER);
    assertThat(item(task).assignee()).isNull();
    story.trailTells("was taken from " + OTHER + ", whose account is gone");
    assertThat(desk.the(Absences.class).concerning("sg-head")).isEmpty();
    assertThat(mailTo("sg-head")).anyMatch(text -> text.contains("Choose someone else"));

    // One that was ended before anyone looked after it.
    story.user("head").claim(task).expect(204);
    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    rows.update("update ACT_RU_TASK set ASSIGNEE_ = 'long-gone' where ID_ = ?", task);
    rows.update("update review.work_item set assignee = 'long-gone' where task_id = ?", task);
    assertThat(text(story.user("manager"), "/people")).contains("long-gone", "No account here");
    assertThat(
            people(
                story,
                Map.of("partnership", SOUTH_GLOUCESTERSHIRE, "from", "long-gone", "to", "sg-head")))
        .contains("1 task or role of long-gone went over");
    assertThat(item(task).assignee()).isEqualTo("sg-head");
    rows.update("update ACT_RU_TASK set ASSIGNEE_ = 'long-gone' where ID_ = ?", task);
    rows.update("update review.work_item set assignee = 'long-gone' where task_id = ?", task);
    desk.the(HandOver.class).freeWorkOfGoneAccounts();
    assertThat(item(task).assignee()).isNull();
    invariantsHold(story);
  }

  @Test
  @DisplayName("is handed over task by task to a colleague who may do it")
  void one() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    account(OTHER, "south-gloucestershire.head-of-safeguarding");
    String task = story.task("head", "protectChildrenNow").path("id").asText();
    String page = "/my-work/hand-over?task=" + task;
    story.user("head").get(page).expect(403);
    desk.user("es-manager").get(page).expect(404);
    story.user("head").claim(task).expect(204);
    assertThat(text(story.user("head"), page))
        .contains("Other Person")
        .doesNotContain("Business manager SGCP");

    assertThat(give(story, "head", task, "sg-head", "sg-la")).contains("cannot do this task");
    assertThat(give(story, "head", task, OTHER, OTHER)).contains("Someone else now has this task");
    Map<String, String> over = Map.of("task", task, "holder", "sg-head", "to", OTHER);
    story.user("la").submitPage("/my-work", "/my-work/hand-over", over).expect(403);
    assertThat(give(story, "head", task, "sg-head", OTHER)).contains("handed over to Other Person");
    assertThat(item(task).assignee()).isEqualTo(OTHER);
    story.trailTells("was handed over to Other Person from Head of safeguarding SGCP");
    assertThat(give(story, "manager", task, OTHER, "sg-head")).contains("was handed over");
    assertThat(mailTo(OTHER)).anyMatch(text -> text.contains("A task was handed over to you"));
    invariantsHold(story);
  }

  @Test
  @DisplayName("is handed over several tasks at once, all or none, to one who may do them all")
  void several() {
    Story first = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    Story second = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    account(OTHER, "south-gloucestershire.head-of-safeguarding");
    TasklistUser head = first.user("head");
    List<String> both =
        List.of(
            first.task("head", "protectChildrenNow").path("id").asText(),
            second.task("head", "protectChildrenNow").path("id").asText());
    String agencies = first.task("manager", "chooseAgencies").path("id").asText();
    String page = "/my-work/hand-over?task=" + String.join("&task=", both);
    head.get(page).expect(403);
    both.forEach(task -> head.claim(task).expect(204));

    var work = Jsoup.parse(pages(head, "mine"));
    assertThat(work.select("input[type=checkbox][form=several]").eachAttr("value"))
        .containsAll(both)
        .doesNotContain(agencies);
    assertThat(Jsoup.parse(pages(first.user("executive"), "all")).select("[form=several]"))
        .isEmpty();
    assertThat(text(head, page))
        .contains("Hand over 2 tasks", first.reference, second.reference, "Other Person")
        .doesNotContain("Business manager SGCP");
    assertThat(text(first.user("manager"), page + "&task=" + agencies))
        .contains("No one colleague may do all of these tasks now");
    desk.user("es-manager").get(page).expect(302);
    assertThat(text(desk.user("es-manager"), "/my-work"))
        .contains("done already")
        .doesNotContain(first.reference);
    first.user("la").get(page).expect(403);
    head.get("/my-work/hand-over").expect(302);
    assertThat(text(head, "/my-work")).contains("Choose the tasks to hand over");

    // One of them is given back meanwhile: then nothing goes over.
    head.post("engine:task/" + both.get(1) + "/unclaim", with()).expect(204);
    List<String> seen = List.of("sg-head", "sg-head");
    Map<String, Object> over = Map.of("task", both, "holder", seen, "to", OTHER);
    TasklistUser manager = first.user("manager");
    manager.submitPage("/my-work", "/my-work/hand-over", over).expect(302);
    assertThat(text(manager, "/my-work"))
        .contains(second.reference + "): Someone else now has this task. Nothing was changed.");
    assertThat(both).map(task -> item(task).assignee()).containsExactly("sg-head", null);
    assertThat(mailTo(OTHER)).noneMatch(text -> text.contains("2 tasks were handed over"));
    assertThat(trail(first.reference)).noneMatch(line -> line.contains("was handed over"));

    over = Map.of("task", both, "holder", List.of("sg-head", ""), "to", "sg-la");
    manager.submitPage("/my-work", "/my-work/hand-over", over).expect(302);
    assertThat(text(manager, "/my-work")).contains("cannot do this task");
    assertThat(both).map(task -> item(task).assignee()).containsExactly("sg-head", null);

    over = Map.of("task", both, "holder", List.of("sg-head", ""), "to", OTHER);
    first.user("la").submitPage("/my-work", "/my-work/hand-over", over).expect(403);
    manager.submitPage("/my-work", "/my-work/hand-over", over).expect(302);
    assertThat(text(manager, "/my-work")).contains("2 tasks were handed over to Other Person.");
    assertThat(both).map(task -> item(task).assignee()).containsExactly(OTHER, OTHER);
    first.trailTells("was handed over to Other Person from Head of safeguarding SGCP");
    second.trailTells("was handed over to Other Person");
    assertThat(mailTo(OTHER))
        .filteredOn(text -> text.contains("2 tasks were handed over"))
        .hasSize(1);
    invariantsHold(first);
    invariantsHold(second);
  }

  @Test
  @DisplayName("is set aside until a day by someone for themselves, unless it is late or urgent")
  void setAside() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    TasklistUser manager = story.user("manager");
    WorkItem item =
        desk.the(WorkItems.class).of(List.of(story.reference)).stream()
            .filter(one -> one.task().equals("Prepare the report"))
            .findFirst()
            .orElseThrow();
    var due = item.dueOn();
    assertThat(aside(manager, item.taskId(), Desk.today())).contains("Enter a day after today");
    assertThat(aside(manager, item.taskId(), due.plusDays(1))).contains("the day it is due");
    aside(desk.user("sg-la"), item.taskId(), due, 404);
    aside(desk.user("es-manager"), item.taskId(), due, 404);

    assertThat(aside(manager, item.taskId(), due)).contains("The task is shown again on");
    assertThat(pages(manager, "mine")).doesNotContain(item.taskId());
    assertThat(pages(manager, "aside")).contains(item.taskId(), "Ask the nurse first");
    assertThat(pages(story.user("head"), "all"))
        .contains(item.taskId())
        .doesNotContain("Ask the nurse first");
    story.on(due.toString());
    assertThat(pages(manager, "mine")).contains(item.taskId(), "Ask the nurse first");

    story.on(due.plusDays(4).toString());
    assertThat(aside(manager, item.taskId(), due.plusDays(9))).contains("is late and cannot");
    manager.submitPage("/my-work", "/my-work/" + item.taskId() + "/back", with()).expect(302);
    assertThat(
            desk.the(JdbcTemplate.class)
                .queryForList(
                    "select task_id from review.set_aside where task_id = ?",
                    String.class,
                    item.taskId()))
        .isEmpty();
  }

  private String away(
      TasklistUser user, String cover, java.time.LocalDate from, java.time.LocalDate until) {
    return Jsoup.parse(
            user.fillIn(
                    "/away",
                    Map.of(
                        "partnership", SOUTH_GLOUCESTERSHIRE,
                        "cover", cover,
                        "from", from,
                        "until", until))
                .expect(200)
                .text())
        .text();
  }

  private String aside(TasklistUser user, String task, java.time.LocalDate until) {
    aside(user, task, until, 302);
    return user.get("/my-work").expect(200).text();
  }

  private static void aside(TasklistUser user, String task, java.time.LocalDate until, int status) {
    user.submitPage(
            "/my-work",
            "/my-work/" + task + "/aside",
            Map.of("until", until, "note", "Ask the nurse first"))
        .expect(status);
  }

  private static String give(Story story, String who, String task, String holder, String to) {
    story
        .user(who)
        .submitPage(
            "/my-work/hand-over?task=" + task,
            "/my-work/hand-over",
            Map.of("task", task, "holder", holder, "to", to))
        .expect(302);
    return text(story.user(who), "/my-work");
  }

  private static String people(Story story, Map<String, String> over) {
    story.user("manager").submitPage("/people", "/people/hand-over", over).expect(302);
    return text(story.user("manager"), "/people");
  }

  /** All pages of the work; other tests have left theirs. */
  private static String pages(TasklistUser user, String of) {
    StringBuilder all = new StringBuilder();
    for (int page = 1; page < 100; page++) {
      String html = user.get("/my-work?of=" + of + "&page=" + page).expect(200).text();
      all.append(html);
      if (!html.contains("rel=\"next\"")) {
        break;
      }
    }
    return all.toString();
  }

  private static String text(TasklistUser user, String page) {
    var shown = Jsoup.parse(user.get(page).expect(200).text());
    return shown.text() + shown.select("a").eachAttr("href");
  }

  private WorkItem item(String task) {
    return desk.the(WorkItems.class).named(List.of(task)).get(0);
  }

  private List<String> trail(String reference) {
    return desk.the(AuditTrail.class).of(reference).stream().map(AuditEntry::sentence).toList();
  }

  private List<String> mailTo(String account) {
    return desk.the(JdbcTemplate.class)
        .queryForList(
            "select body from review.outbox where recipient_role = ?",
            String.class,
            "the account " + account);
  }

  private List<String> mailedTo(String address) {
    return desk.the(JdbcTemplate.class)
        .queryForList(
            "select case_reference from review.outbox where recipient = ?", String.class, address);
  }

  private TasklistUser account(String id, String group) {
    IdentityService identity = desk.the(IdentityService.class);
    User user = identity.newUser(id);
    user.setFirstName("Other");
    user.setLastName("Person");
    user.setEmail(id + "@practice-review.example");
    user.setPassword("practice-review");
    identity.saveUser(user);
    identity.createMembership(id, group);
    identity.createTenantUserMembership(SOUTH_GLOUCESTERSHIRE, id);
    return TasklistUser.signIn(desk.port(), id);
  }
}
