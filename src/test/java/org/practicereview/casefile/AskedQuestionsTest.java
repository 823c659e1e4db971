package org.practicereview.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditTrails;
import org.practicereview.casefile.AskedQuestions.Readers;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.forms.Access;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.ShippedForms;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("What a form says of who may read an answer")
class AskedQuestionsTest {

  /** Who read which forms while the lists stood in Java. */
  private static final Set<String> SESSION_FORMS =
      Set.of("prepare-event-summary", "check-event-summary");

  /** Since what practitioners say stays in the session: what else of a session others read. */
  private static final Set<String> OUTCOMES =
      Set.of(
          "eventHeldOn",
          "eventChairRole",
          "businessManagerPresent",
          "businessManagerAbsentReasons",
          "eventAttendance",
          "eventAgreedFacts",
          "eventLivedExperience",
          "eventKeyLessons",
          "eventThemes",
          "heardOtherwise");

  private static final Set<String> CONTENTS_FORMS =
      Set.of("record-practitioner-event", "hear-others");

  private static final Set<String> TEAM_FORMS =
      Set.of(
          "draft-terms-of-reference",
          "set-timetable",
          "change-review-dates",
          "settle-dates",
          "record-first-meeting",
          "record-team-meeting");

  /** What a seal closed then, without three names that no form asks. */
  private static final Set<String> WORDS_OF_THE_REPORT =
      Set.of(
          "checkChildVoiceWhere",
          "checkFamilyVoiceWhere",
          "checkGuidanceWhere",
          "checkTermsWhere",
          "checkToneWhere",
          "policyChanges",
          "policyUnchangedReasons",
          "changedReport",
          "reportChangeDetails",
          "draftReport",
          "draftSource",
          "draftChanges",
          "draftChangesWanted",
          "childVoiceInDraft",
          "improvementsRecommended",
          "underlyingReasons",
          "familyInvolvementExtent",
          "parallelProcessesInReport",
          "inequalityInReport",
          "goodPracticeInReport",
          "factComments",
          "qualityChanged",
          "commentAnswers",
          "anonymisedReport",
          "preEventSummary",
          "preEventSummaryText",
          "eventContributions",
          "eventAgreedFacts",
          "eventLivedExperience",
          "eventKeyLessons",
          "eventSupportGiven",
          "othersContributions");

  private static final Set<String> KINDS_OF_THE_REPORT =
      Set.of(
          "draft-report",
          "draft-source",
          "final-report",
          "publication-copy",
          "anonymised-report",
          "nspcc-pack",
          "pre-event-summary",
          "review-presentation");

  /** Everyone there is: role, own agencies, named as reviewer or member, and who is nothing. */
  private static final List<Sight> READERS =
      List.of(
          new Sight(true, true, true, Set.of(), List.of(), false, false),
          new Sight(true, true, true, Set.of(Access.values()), List.of(), false, false),
          new Sight(true, true, true, Set.of(Access.values()), List.of(), true, false),
          new Sight(true, true, false, Set.of(), List.of(), false, false),
          new Sight(false, false, false, Set.of(), List.of("police"), false, false),
          new Sight(false, false, false, Set.of(Access.SESSIONS), List.of("police"), false, true),
          Sight.NONE);

  private final ShippedForms forms = new ShippedForms();
  private AskedQuestions questions;
  private Seals seals;

  @BeforeEach
  void freshDatabase() {
    JdbcConnectionPool database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    Flyway.configure()
        .dataSource(database)
        .schemas("REVIEW")
        .placeholders(Map.of("binary", "blob"))
        .load()
        .migrate();
    JdbcClient jdbc = JdbcClient.create(database);
    Clock clock = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/London"));
    questions = new AskedQuestions(jdbc, forms);
    seals = new Seals(jdbc, questions, AuditTrails.on(jdbc, clock), event -> {}, clock);
  }

  @Test
  @DisplayName(
      "opens no answer of any form to more readers than before, and closes none by accident")
  void everyQuestion() {
    Readers readers = new Readers(Map.of(), forms.latest());
    for (FormSchema form : forms.latest().values()) {
      for (String question : form.confidentiality().keySet()) {
        for (String scope : List.of("", "police", "health")) {
          FormAnswers given = given(form.id(), "", scope);
          for (Sight reader : READERS) {
            assertThat(reader.mayRead(readers.of(given, question), scope))
                .as("%s of %s for %s, by %s", question, form.id(), scope, reader)
                .isEqualTo(before(reader, form.id(), question, scope));
          }
        }
      }
    }
  }

  private static boolean before(Sight reader, String form, String question, String scope) {
    if (SESSION_FORMS.contains(form)) {
      return reader.sessions().contains(Access.SESSIONS);
    }
    if (CONTENTS_FORMS.contains(form)) {
      return reader
          .sessions()
          .contains(
              OUTCOMES.contains(question) ? Access.SESSION_OUTCOMES : Access.SESSION_CONTENTS);
    }
    return reader.identity()
        || reader.agencies().contains(scope)
        || reader.reviewTeam() && scope.isEmpty() && TEAM_FORMS.contains(form);
  }

  @Test
  @DisplayName("closes under a seal what was closed before")
  void report() {
    assertThat(questions.aboutReport()).containsExactlyInAnyOrderElementsOf(WORDS_OF_THE_REPORT);
    assertThat(KINDS_OF_THE_REPORT).allMatch(kind -> seals.concerns(Set.of(kind)));
    assertThat(WORDS_OF_THE_REPORT).allMatch(key -> seals.concernsAnswers(Set.of(key)));
    assertThat(seals.concerns(Set.of("letter"))).isFalse();
    assertThat(seals.concernsAnswers(Set.of("incidentOn"))).isFalse();
  }

  @Test
  @DisplayName("holds for an answer given under it when the form is opened later")
  void opened() {
    FormSchema before = forms.deploy("ask-someone", form("access", "sessions", "holds", "report"));
    questions.remember(before);
    FormSchema after = forms.deploy("ask-someone", form("access", "review-team", "", ""));
    questions.remember(after);

    assertThat(readers("ask-someone", before.version()))
        .containsExactlyInAnyOrder(Access.SESSIONS, Access.REVIEW_TEAM);
    assertThat(readers("ask-someone", after.version())).containsExactly(Access.REVIEW_TEAM);
    assertThat(questions.aboutReport()).contains("said");
  }

  @Test
  @DisplayName("holds for earlier answers too when the form is closed later")
  void closed() {
    FormSchema before = forms.deploy("ask-someone", form("", "", "", ""));
    questions.remember(before);
    questions.remember(before);
    forms.deploy("ask-someone", form("access", "sessions", "", ""));

    assertThat(readers("ask-someone", before.version()))
        .containsExactlyInAnyOrder(Access.IDENTITY, Access.SESSIONS);
    assertThat(readers("ask-someone", "of before this was kept")).containsExactly(Access.SESSIONS);
  }

  @Test
  @DisplayName("leaves an answer to those who may know the family where nothing is said")
  void nothingSaid() {
    forms.deploy("ask-someone", form("", "", "", ""));

    assertThat(readers("ask-someone", "")).containsExactly(Access.IDENTITY);
    assertThat(readers("a-form-of-old", "")).containsExactly(Access.IDENTITY);
  }

  @Test
  @DisplayName("closes an answer as far as can be where a word is not known")
  void misspelt() {
    FormSchema form = forms.deploy("ask-someone", form("access", "everyone", "holds", "reports"));
    questions.remember(form);

    assertThat(readers("ask-someone", form.version())).containsExactlyInAnyOrder(Access.values());
    assertThat(questions.aboutReport()).contains("said");
  }

  private Set<Access> readers(String form, String version) {
    FormAnswers given = given(form, version, "");
    return questions.readers(List.of(given)).of(given, "said");
  }

  private static String form(String name, String value, String name2, String value2) {
    return """
    {"components": [{"type": "textfield", "key": "said", "label": "Said",
      "properties": {"%s": "%s", "%s": "%s"}}]}"""
        .formatted(name, value, name2, value2);
  }

  private static FormAnswers given(String form, String version, String scope) {
    return new FormAnswers(
        "ES-2026-0001",
        form,
        version,
        "task",
        scope,
        Map.of("said", "x"),
        "es-head",
        Instant.EPOCH);
  }
}
