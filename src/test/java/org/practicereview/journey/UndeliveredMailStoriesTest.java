package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.letters.Letter;
import org.practicereview.outbox.MailState;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.practicereview.outbox.OutgoingMail;
import org.practicereview.oversight.Looks;
import org.practicereview.work.CallsToAct;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Mail that did not arrive")
class UndeliveredMailStoriesTest extends StoryTest {

  private static final Pattern COUNT = Pattern.compile("(\\d+) mails? or letters? did not arrive");
  private static final String URGENT = "settleUrgentMail";
  private static final String ORDINARY = "settleMail";

  private static final Map<String, Object> NOT_AT_RISK =
      with("otherChildrenAtRisk", "no", "otherChildrenAction", null);

  @Autowired ApplicationContext service;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("is a task at once, counted on every page, and settled with a right address")
  void addressCorrected() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", NOT_AT_RISK);
    Looks.forMail(service);
    assertThat(story.open()).doesNotContain(URGENT, ORDINARY);
    Letter urgent = letter(story, "notices/referral-received");
    int before = counted("sg-manager");
    int elsewhere = counted("es-manager");
    fails(urgent, "FAILED");
    Looks.forMail(service);
    Looks.forMail(service);
    assertThat(story.open()).contains(URGENT);
    assertThat(story.desk.tasks(story.reference))
        .filteredOn(task -> task.getTaskDefinitionKey().endsWith(URGENT))
        .singleElement()
        .satisfies(task -> assertThat(task.getPriority()).isEqualTo(75));
    assertThat(counted("sg-manager")).isEqualTo(before + 1);
    assertThat(counted("sg-la")).isZero();
    assertThat(counted("es-manager")).isEqualTo(elsewhere);
    desk.the(CallsToAct.class).tellWhoIsNext();
    assertThat(story.letters("notices/statutory-near"))
        .as("a mail at once to those who can settle it")
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("business-manager", "head-of-safeguarding");
    assertThat(story.user("manager").get("/outbox").expect(200).text()).contains("Urgent");
    assertThat(story.tries("manager", URGENT, with()).expect(400).text())
        .contains("one mail of this case still needs a person");

    settle(story, "cancel", urgent, "reason", "No one needs it.");
    says(story, "An urgent mail cannot be cancelled");
    settle(story, "address", urgent, "address", "no address", "reason", "A slip of the pen.");
    says(story, "is not one e-mail address");
    settle(story, "address", urgent, "address", "new@sgcp.example", "reason", " ");
    says(story, "Say why. Nothing was changed.");
    assertThat(mail(urgent).state()).isEqualTo(MailState.FAILED);
    story
        .user("la")
        .submitPage("/cases", "/outbox/settle/address", with("mail", urgent.mail().id()))
        .expect(403);
    desk.user("es-manager")
        .submitPage("/outbox", "/outbox/settle/retry", with("mail", urgent.mail().id()))
        .expect(404);

    settle(story, "address", urgent, "address", "new@sgcp.example", "reason", "A slip of the pen.");
    says(story, "Done.");
    assertThat(mail(urgent).state()).isEqualTo(MailState.WAITING);
    assertThat(letter(story, "notices/referral-received").address()).isEqualTo("new@sgcp.example");
    assertThat(counted("sg-manager")).isEqualTo(before);
    story.does("manager", URGENT);
    assertThat(story.open()).doesNotContain(URGENT, ORDINARY);
    story.trailTells("has another address and is to be sent again: A slip of the pen.");
  }

  @Test
  @DisplayName("is settled for many in one step, and becomes urgent when urgent mail joins it")
  void manyAtOnce() {
    Story story = story(STAFFORDSHIRE, "2026-05-11").referredBy("manager", NOT_AT_RISK);
    Letter ordinary = letter(story, "referral/acknowledgement");
    List<Letter> urgent = story.letters("notices/referral-received");
    fails(ordinary, "UNKNOWN");
    Looks.forMail(service);
    assertThat(story.open()).contains(ORDINARY).doesNotContain(URGENT);
    urgent.forEach(letter -> fails(letter, "UNKNOWN"));
    Looks.forMail(service);
    assertThat(story.open()).contains(URGENT).doesNotContain(ORDINARY);

    List<String> two = urgent.stream().map(letter -> letter.mail().id()).toList();
    assertThat(two).hasSize(2);
    told(story, two, "2026-05-12", "By phone, the manager to both.");
    says(story, "is in the future");
    told(story, two, "2026-05-10", "By phone, the manager to both.");
    says(story, "is before the mail was written");
    told(story, List.of(), "2026-05-11", "By phone, the manager to both.");
    says(story, "Select at least one mail");
    told(story, two, "2026-05-11", "By phone, the manager to both.");
    says(story, "Done, for 2 mails.");
    assertThat(two)
        .map(id -> desk.the(Outbox.class).get(id))
        .allSatisfy(
            mail -> {
              assertThat(mail.state()).isEqualTo(MailState.TOLD_OTHERWISE);
              assertThat(mail.told(ZoneId.of("Europe/London"))).contains(LocalDate.of(2026, 5, 11));
            });

    Looks.forMail(service);
    Looks.forMail(service);
    assertThat(story.open()).as("what is left").contains(ORDINARY).doesNotContain(URGENT);
    told(story, List.of(ordinary.mail().id()), "2026-05-11", "Handed over.");
    story.does("manager", ORDINARY);
    fails(letter(story, "referral/acknowledgement"), "FAILED");
    Looks.forMail(service);
    assertThat(story.open()).contains(ORDINARY);
    settle(story, "cancel", ordinary, "reason", "They know.");
    Looks.forMail(service);
    assertThat(story.open()).as("closes by itself").doesNotContain(ORDINARY, URGENT);
    story.trailTells("did not go; the recipient was told another way on 2026-05-11.");
  }

  @Test
  @DisplayName("is a task of the business manager where it belongs to no case, until it is settled")
  void ofNoCase() {
    String mail =
        desk.the(Outbox.class)
            .enqueue(
                new OutgoingMail(
                    "of-no-case",
                    "",
                    SOUTH_GLOUCESTERSHIRE,
                    "What waits for you",
                    "business-manager@sgcp.example",
                    "The partnership",
                    "gone@sgcp.example",
                    "Someone who works here",
                    "What waits for you",
                    "Two tasks wait for you.",
                    List.of(),
                    false));
    jdbc.sql("update review.outbox set state = 'FAILED', reason = 'Unknown' where id = ?")
        .param(mail)
        .update();
    Looks.forMail(service);
    Looks.forMail(service);
    TasklistUser manager = desk.user("sg-manager");
    String task = desk.taskOutside(SOUTH_GLOUCESTERSHIRE, "userTask_settleOtherMail").orElseThrow();
    assertThat(desk.taskOutside(ESSEX, "userTask_settleOtherMail")).isEmpty();
    for (String other : List.of("sg-communications", "es-manager")) {
      desk.user(other).formVariables(task).expect(404);
      desk.user(other).claim(task).expect(404);
    }
    // It belongs to no case, and so comes up in no story.
    Told.TASKS.first("mail-of-no-case", "userTask_settleOtherMail");
    assertThat(manager.formVariables(task).expect(200).text()).contains("South Gloucestershire");
    assertThat(NamedOnCaseTest.listed(manager, "Mail that did not arrive")).contains(task);
    manager.claim(task).expect(204);
    manager.submitForm(task, with()).expect(204);
    Looks.forMail(service);
    assertThat(desk.taskOutside(SOUTH_GLOUCESTERSHIRE, "userTask_settleOtherMail"))
        .as("it comes again while the mail is not settled")
        .isPresent()
        .get()
        .isNotEqualTo(task);
    manager
        .submitPage("/outbox", "/outbox/settle/cancel", with("mail", mail, "reason", "No need."))
        .expect(302);
    Looks.forMail(service);
    assertThat(desk.taskOutside(SOUTH_GLOUCESTERSHIRE, "userTask_settleOtherMail")).isEmpty();
  }

  private void told(Story story, List<String> mails, String day, String how) {
    story
        .user("manager")
        .submitPage("/outbox", "/outbox/settle/told", with("mail", mails, "on", day, "reason", how))
        .expect(302);
  }

  private Answer settle(Story story, String verb, Letter letter, String... fields) {
    Object[] all = new Object[fields.length + 2];
    System.arraycopy(fields, 0, all, 0, fields.length);
    all[fields.length] = "mail";
    all[fields.length + 1] = letter.mail().id();
    return story
        .user("manager")
        .submitPage("/outbox", "/outbox/settle/" + verb, with(all))
        .expect(302);
  }

  private void says(Story story, String words) {
    assertThat(story.user("manager").get("/outbox").expect(200).text()).contains(words);
  }

  /** How many the head of the page shows to someone. */
  private int counted(String user) {
    Matcher head = COUNT.matcher(desk.user(user).get("/cases").expect(200).text());
    return head.find() ? Integer.parseInt(head.group(1)) : 0;
  }

  private Letter letter(Story story, String template) {
    return story.letters(template).get(0);
  }

  private OutboxMail mail(Letter letter) {
    return desk.the(Outbox.class).get(letter.mail().id());
  }

  /** As after an answer of a mail server. */
  private void fails(Letter letter, String state) {
    jdbc.sql("update review.outbox set state = ?, reason = 'No such mailbox' where id = ?")
        .params(state, letter.mail().id())
        .update();
  }
}
