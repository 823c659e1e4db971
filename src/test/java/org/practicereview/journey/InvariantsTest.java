package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.invariants.Invariants.Arrived;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Each is seen to fail: the data of a healthy case are broken on purpose, and mended again. */
@DisplayName("The invariants")
class InvariantsTest extends StoryTest {

  private static final String LETTER =
      "case_reference, partnership, template, title, scope, recipient_kind, recipient_name,"
          + " recipient_role, recipient_address, needs_approval, enclosures, state, version,"
          + " written_by, written_at";
  private static final String MAIL =
      "message_id, case_reference, partnership, purpose, sender, sender_name, recipient,"
          + " recipient_role, subject, body, state, reason, attempts, queued_at, next_attempt_at";

  @Test
  @DisplayName("hold of a case as it runs, and each fails when what it watches is broken")
  void seenToFail() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-20").referredBy("manager", with());
    String reference = story.reference;
    invariantsHold(story);

    assertThat(brokenBy(story, NO_TASK, NO_JOB))
        .containsExactly("The case is open and has no next step");
    assertThat(brokenBy(story, "update review.work_item set priority = 1 where case_reference = ?"))
        .isNotEmpty()
        .allMatch(sentence -> sentence.startsWith("The list lacks a task"));
    assertThat(
            brokenBy(
                story,
                "update review.work_offer set who = 'nobody' where kind <> 'MEANT' and task_id in"
                    + " (select task_id from review.work_item where case_reference = ?)"))
        .anyMatch(sentence -> sentence.startsWith("The list lacks someone"))
        .anyMatch(sentence -> sentence.startsWith("The list names someone"));
    assertThat(
            brokenBy(
                story,
                "insert into review.work_item select 'left-over', case_reference, partnership,"
                    + " task, stage, assignee, due_on, statutory, law, priority, waiting_since"
                    + " from review.work_item where task_id = (select min(task_id) from"
                    + " review.work_item where case_reference = ?)"))
        .singleElement()
        .asString()
        .startsWith("The list has a task that is done");
    assertThat(
            brokenBy(
                story,
                "insert into review.letter (id, idempotency_key, "
                    + LETTER
                    + ") select 'copy', 'copy', "
                    + LETTER
                    + " from review.letter where id = (select min(id) from review.letter where"
                    + " case_reference = ?)",
                "insert into review.letter_version select 'copy', v.version, v.body, v.edited_by,"
                    + " v.edited_at from review.letter_version v where v.letter_id = (select"
                    + " min(id) from review.letter where case_reference = ? and id <> 'copy')"))
        .singleElement()
        .asString()
        .startsWith("The same letter was written twice");
    assertThat(brokenBy(story, copyOfMail("copy-1"), copyOfMail("copy-2")))
        .singleElement()
        .asString()
        .startsWith("The same mail was queued twice");
    assertThat(
            brokenBy(
                story,
                "update review.clock set state = 'MET', ended_on = date '2020-01-01' where"
                    + " case_reference = ? and direction = 'AFTER' and length > 0"))
        .isNotEmpty()
        .allMatch(sentence -> sentence.contains("was met on 2020-01-01, before"));
    assertThat(
            brokenBy(
                story,
                "update review.clock set original_due_on = date '2030-01-01' where"
                    + " case_reference = ?"))
        .isNotEmpty()
        .allMatch(sentence -> sentence.contains("is due by its rule on"));
    assertThat(
            brokenBy(
                story,
                "update review.clock set due_on = date '2030-01-01' where case_reference = ?"))
        .isNotEmpty()
        .allMatch(sentence -> sentence.endsWith("not 2030-01-01"));
    assertThat(
            brokenBy(
                story,
                "update review.outbox set state = 'QUEUED', next_attempt_at = timestamp with time"
                    + " zone '2026-03-20 10:16:00+00' where case_reference = ?"))
        .isNotEmpty()
        .allMatch(sentence -> sentence.startsWith("The mail waits too long"));
    assertThat(
            brokenBy(story, "update review.document set sha256 = 'other' where case_reference = ?"))
        .isNotEmpty()
        .allMatch(sentence -> sentence.endsWith("is not what it was"));
    assertThat(
            brokenBy(
                story,
                "update review.audit_entry set at = timestamp with time zone '2020-01-01"
                    + " 10:00:00+00' where number = (select max(number) from review.audit_entry"
                    + " where case_reference = ?)"))
        .anyMatch(sentence -> sentence.startsWith("The trail goes back in time"))
        .anyMatch(sentence -> sentence.startsWith("The trail was changed"));
    Arrived unknown = new Arrived("<1@a.example>", "a@b.example", "Hello", "Hello");
    assertThat(invariants().broken(List.of(unknown, unknown)))
        .anyMatch(sentence -> sentence.contains("arrived twice"))
        .anyMatch(sentence -> sentence.contains("does not know it"));

    invariantsHold(story);
    assertThat(story.reference).isEqualTo(reference);
  }

  private static final String INSTANCES =
      "(select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?)";
  private static final String NO_TASK =
      "update ACT_RU_TASK set SUSPENSION_STATE_ = 2 where PROC_INST_ID_ in " + INSTANCES;
  private static final String NO_JOB =
      "update ACT_RU_JOB set RETRIES_ = 0 where PROCESS_INSTANCE_ID_ in " + INSTANCES;

  private static String copyOfMail(String id) {
    return "insert into review.outbox (id, idempotency_key, "
        + MAIL
        + ") select '"
        + id
        + "', '"
        + id
        + "', "
        + MAIL.replace("body,", "'the same',")
        + " from review.outbox where id = (select min(id) from review.outbox where case_reference"
        + " = ? and id not like 'copy%')";
  }

  /** What the checker says while the data are broken; afterwards they are as they were. */
  private List<String> brokenBy(Story story, String... statements) {
    return desk.the(TransactionTemplate.class)
        .execute(
            status -> {
              status.setRollbackOnly();
              Stream.of(statements)
                  .forEach(
                      sql ->
                          assertThat(desk.the(JdbcTemplate.class).update(sql, story.reference))
                              .as(sql)
                              .isPositive());
              return invariants().broken(story.reference);
            });
  }
}
