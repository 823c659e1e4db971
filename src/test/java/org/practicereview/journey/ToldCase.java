package org.practicereview.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.letters.Letter;
import org.practicereview.letters.Letters;
import org.practicereview.outbox.AttachmentSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What there is to be seen of a case: by its people, and behind the scenes. */
abstract class ToldCase {

  private static final Map<String, String> PREFIXES =
      Map.of("south-gloucestershire", "sg-", "staffordshire", "st-", "essex", "es-");

  final Desk desk;
  final String partnership;
  String reference;

  ToldCase(Desk desk, String partnership) {
    this.desk = desk;
    this.partnership = partnership;
  }

  TasklistUser user(String who) {
    return desk.user(PREFIXES.get(partnership) + who);
  }

  /** The process of the whole journey, while it runs. */
  ProcessInstance journey() {
    return desk.the(RuntimeService.class)
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(reference, "practice-review")
        .singleResult();
  }

  /** The names of the tasks that are open, without their prefix. */
  Set<String> open() {
    return desk.tasks(reference).stream()
        .map(task -> task.getTaskDefinitionKey().replaceFirst("^userTask_", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  CaseFile caseFile() {
    return desk.the(CaseFiles.class).get(reference);
  }

  Deadline clock(String rule) {
    return clock(rule, "");
  }

  Deadline clock(String rule, String scope) {
    return desk.the(Clocks.class).find(new ClockName(reference, rule, scope)).orElseThrow();
  }

  Optional<Deadline> clockOf(String rule) {
    return desk.the(Clocks.class).find(new ClockName(reference, rule, ""));
  }

  /** The letters of one template, oldest first. */
  List<Letter> letters(String template) {
    return desk.the(Letters.class).of(reference).stream()
        .filter(letter -> letter.template().equals(template))
        .toList();
  }

  /** What the letter says, without markup. */
  String wording(Letter letter) {
    return Jsoup.parse(desk.the(Letters.class).previewHtml(letter.id())).text();
  }

  /** How many files the mail of a letter carries, the letter itself among them. */
  int files(Letter letter) {
    return desk.the(JdbcClient.class)
        .sql("select count(*) from review.outbox_attachment where mail_id = ?")
        .param(letter.mail().id())
        .query(Integer.class)
        .single();
  }

  /** The calendar file that the mail of a letter carries; empty if it carries none. */
  String calendarFile(Letter letter) {
    return desk.the(JdbcClient.class)
        .sql(
            "select reference from review.outbox_attachment"
                + " where mail_id = ? and media_type like 'text/calendar%'")
        .param(letter.mail().id())
        .query(String.class)
        .optional()
        .map(id -> new String(desk.the(AttachmentSource.class).content(id), UTF_8))
        .map(file -> file.replace("\r\n ", ""))
        .orElse("");
  }

  /** A letter as it is kept. */
  String kept(Letter letter) {
    try (PDDocument pdf = Loader.loadPDF(desk.the(Letters.class).previewPdf(letter.id()))) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The case page as someone sees it. */
  String page(String who) {
    return Jsoup.parse(user(who).get("/case/" + reference).expect(200).text()).text();
  }

  /** The trail is whole, and says what is asked for in this order. */
  void trailTells(String... sentences) {
    AuditTrail audit = desk.the(AuditTrail.class);
    assertThat(audit.verify(reference)).isTrue();
    assertThat(
            audit.of(reference).stream()
                .map(entry -> entry.sentence())
                .collect(Collectors.joining("\n")))
        .containsSubsequence(sentences);
  }

  /** The case has ended like this, and nothing of it is left in the engine. */
  void hasEnded(String outcome) {
    assertThat(caseFile().state()).isEqualTo("closed");
    assertThat(caseFile().outcome()).isEqualTo(outcome);
    assertThat(open()).isEmpty();
    assertThat(desk.jobs(reference)).isEmpty();
    assertThat(desk.instances(reference)).isEmpty();
    assertThat(desk.the(Clocks.class).of(reference)).noneMatch(Deadline::isOpen);
    assertThat(desk.the(AuditTrail.class).verify(reference)).isTrue();
  }
}
