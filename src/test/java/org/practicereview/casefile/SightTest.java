package org.practicereview.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.AskedQuestions.Readers;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.forms.Access;
import org.practicereview.forms.ShippedForms;
import org.practicereview.requirements.Requirement;

@DisplayName("What someone sees of a case")
class SightTest {

  private static final Set<Access> ALL = Set.of(Access.values());

  private final Readers readers = new Readers(Map.of(), new ShippedForms().latest());
  private final Sight partner = new Sight(true, true, true, Set.of(), List.of(), false, false);
  private final Sight manager = new Sight(true, true, true, ALL, List.of(), false, false);
  private final Sight author =
      new Sight(false, false, false, Set.of(), List.of("police"), false, false);
  private final Sight auditor = new Sight(true, true, false, Set.of(), List.of(), false, false);
  private final Sight member = member(Access.SESSIONS);

  @Test
  @DisplayName(
      "holds the files of the case for those who may know the family, and for an agency its own")
  void files() {
    assertThat(partner.mayRead(file("PARTNERSHIP", ""))).isTrue();
    assertThat(partner.mayRead(file("AGENCY_ONLY", "police"))).isTrue();
    assertThat(author.mayRead(file("AGENCY_ONLY", "police"))).isTrue();
    assertThat(author.mayRead(file("AGENCY_ONLY", "health"))).isFalse();
    assertThat(author.mayRead(file("PARTNERSHIP", ""))).isFalse();
    assertThat(auditor.mayRead(file("PARTNERSHIP", ""))).isFalse();
  }

  @Test
  @DisplayName("holds for a member of the review team what the team reads, and no more")
  void team() {
    assertThat(member.mayRead(file("REVIEW_GROUP", "health"))).isTrue();
    assertThat(member.mayRead(file("AGENCY_ONLY", "police"))).isTrue();
    assertThat(member.mayRead(file("AGENCY_ONLY", "health"))).isFalse();
    assertThat(member.mayRead(file("PARTNERSHIP", ""))).isFalse();
    assertThat(author.mayRead(file("REVIEW_GROUP", "health"))).isFalse();
    assertThat(reads(member, given("set-timetable", ""))).isTrue();
    assertThat(reads(member, given("complete-agency-return", "police"))).isTrue();
    assertThat(reads(member, given("complete-agency-return", "health"))).isFalse();
    assertThat(reads(member, given("complete-notification", ""))).isFalse();
    assertThat(reads(author, given("set-timetable", ""))).isFalse();
  }

  @Test
  @Requirement("R-150")
  @DisplayName("holds nothing that is sealed or a reviewer's own")
  void closedFiles() {
    assertThat(partner.mayRead(file("SEALED", ""))).isFalse();
    assertThat(author.mayRead(file("REVIEWER_ONLY", "police"))).isFalse();
    assertThat(member.mayRead(file("SEALED", ""))).isFalse();
    assertThat(member.mayRead(file("REVIEWER_ONLY", "health"))).isFalse();
  }

  @Test
  @Requirement("R-043")
  @DisplayName(
      "holds what practitioners said for the business manager and the reviewer only, and the"
          + " summary for the team as well")
  void sessions() {
    Sight told = member(Access.SESSIONS, Access.SESSION_OUTCOMES);
    FormAnswers session = given("record-practitioner-event", "");
    for (String outcome : List.of("eventAttendance", "eventAgreedFacts", "eventKeyLessons")) {
      assertThat(reads(member, session, outcome)).as(outcome).isFalse();
      assertThat(reads(told, session, outcome)).as(outcome).isTrue();
    }
    for (String said : List.of("eventContributions", "eventSupportGiven")) {
      assertThat(reads(manager, session, said)).as(said).isTrue();
      assertThat(reads(told, session, said)).as(said).isFalse();
    }
    assertThat(reads(told, given("hear-others", ""), "othersContributions")).isFalse();
    for (String form :
        List.of(
            "prepare-event-summary",
            "check-event-summary",
            "record-practitioner-event",
            "hear-others")) {
      assertThat(reads(manager, given(form, ""))).as(form).isTrue();
      assertThat(reads(member, given(form, ""))).as(form).isEqualTo(form.contains("summary"));
      assertThat(reads(partner, given(form, ""))).as(form).isFalse();
      assertThat(reads(author, given(form, "police"))).as(form).isFalse();
      assertThat(reads(auditor, given(form, ""))).as(form).isFalse();
    }
    assertThat(reads(partner, given("plan-practitioner-events", ""))).isTrue();
    assertThat(manager.mayRead(summary("PARTNERSHIP"))).isTrue();
    assertThat(member.mayRead(summary("PARTNERSHIP"))).isTrue();
    assertThat(partner.mayRead(summary("PARTNERSHIP"))).isFalse();
    assertThat(manager.mayRead(summary("SEALED"))).isFalse();
    assertThat(manager.mayReadLetter("cspr/pre-event-summary")).isTrue();
    assertThat(partner.mayReadLetter("cspr/pre-event-summary")).isFalse();
    assertThat(partner.mayReadLetter("cspr/reviewer-appointed")).isTrue();
    assertThat(member.mayReadLetter("cspr/pre-event-summary")).isFalse();
  }

  private boolean reads(Sight sight, FormAnswers given) {
    return sight.mayRead(readers.of(given), given.scope());
  }

  private boolean reads(Sight sight, FormAnswers given, String question) {
    return sight.mayRead(readers.of(given, question), given.scope());
  }

  private static Sight member(Access... sessions) {
    return new Sight(false, false, false, Set.of(sessions), List.of("police"), false, true);
  }

  private static FormAnswers given(String form, String scope) {
    return new FormAnswers(
        "ES-2026-0001", form, "", "task", scope, Map.of(), "es-head", Instant.EPOCH);
  }

  private static Document file(String accessClass, String scope) {
    return document("report", accessClass, scope);
  }

  private static Document summary(String accessClass) {
    return document("pre-event-summary", accessClass, "");
  }

  private static Document document(String kind, String accessClass, String scope) {
    return new Document(
        "1",
        "ES-2026-0001",
        kind,
        "report.pdf",
        "application/pdf",
        1,
        "",
        accessClass,
        scope,
        1,
        "es-head",
        Instant.EPOCH);
  }
}
