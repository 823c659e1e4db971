package org.practicereview.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.practicereview.audit.AuditTrail;
import org.practicereview.reading.OneLook;
import org.practicereview.refusals.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports that will not be published. Once sealed, no copy, draft or text of the report leaves the
 * case file, whoever asks and by whatever door; nothing is changed or destroyed. There is no verb
 * that lifts a seal: what a court orders is released outside the service, by two people.
 */
@Service
public class Seals {

  /** Kinds of document that the service makes of the report; the others come with a form. */
  private static final Set<String> REPORT =
      Set.of("final-report", "publication-copy", "nspcc-pack", "review-presentation");

  private final JdbcClient jdbc;
  private final AskedQuestions questions;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Seals(
      JdbcClient jdbc,
      AskedQuestions questions,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.questions = questions;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Seals the report of a case; where it is sealed already, nothing changes.
   *
   * @throws Refused if one person ordered and confirmed it, or a mail with the report is on its way
   *     at this moment
   */
  @Transactional
  public void seal(String caseReference, String orderedBy, String confirmedBy) {
    if (orderedBy.equals(confirmedBy)) {
      throw new Refused("A report is sealed by two people; whoever orders it cannot confirm it");
    }
    if (isSealed(caseReference)) {
      return;
    }
    jdbc.sql("insert into review.seal values (?, ?, ?, ?)")
        .params(caseReference, orderedBy, confirmedBy, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            insert into review.sealed_document (document_id, case_reference)
            select id, case_reference from review.document
            where case_reference = :case and (kind in (:kinds) or sha256 in (
              select sha256 from review.document where case_reference = :case and kind in (:kinds)))""")
        .param("case", caseReference)
        .param("kinds", kinds())
        .update();
    audit.record(
        caseReference,
        confirmedBy,
        "The report was sealed on the order of %s. No one gets it from the service any more."
            .formatted(orderedBy));
    events.publishEvent(new ReportSealed(caseReference, confirmedBy));
  }

  /** The seal of a case, if its report is sealed. */
  public Optional<Seal> of(String caseReference) {
    return OneLook.at("seal", caseReference, () -> read(caseReference));
  }

  private Optional<Seal> read(String caseReference) {
    return jdbc.sql("select * from review.seal where case_reference = ?")
        .param(caseReference)
        .query(
            (row, number) ->
                new Seal(
                    row.getString("case_reference"),
                    row.getString("ordered_by"),
                    row.getString("confirmed_by"),
                    row.getObject("sealed_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Whether the report of a case is sealed. */
  public boolean isSealed(String caseReference) {
    return of(caseReference).isPresent();
  }

  /** Whether any of these kinds of document is the report, or holds its words. */
  public boolean concerns(Collection<String> kinds) {
    return !Collections.disjoint(kinds, kinds());
  }

  /** A single file has the kind of its question, so a form says of it too that it is the report. */
  private Set<String> kinds() {
    Set<String> kinds = new TreeSet<>(REPORT);
    questions.aboutReport().forEach(question -> kinds.add(Document.kindOf(question)));
    return kinds;
  }

  /** Whether the answer to any of these questions holds words of the report. */
  public boolean concernsAnswers(Collection<String> keys) {
    return !Collections.disjoint(keys, questions.aboutReport());
  }

  /** Puts a further document under the seal of its case: a letter that carried the report. */
  @Transactional
  public void include(String caseReference, String documentId) {
    boolean there =
        jdbc.sql("select count(*) from review.sealed_document where document_id = ?")
                .param(documentId)
                .query(Integer.class)
                .single()
            > 0;
    if (!there) {
      jdbc.sql("insert into review.sealed_document (document_id, case_reference) values (?, ?)")
          .params(documentId, caseReference)
          .update();
    }
  }

  /** A file that came after the seal: the same report again comes under it too. */
  void stored(Document document) {
    if (!isSealed(document.caseReference())) {
      return;
    }
    boolean sameContent =
        jdbc.sql(
                    """
                    select count(*) from review.document d
                    join review.sealed_document s on s.document_id = d.id
                    where d.case_reference = ? and d.sha256 = ?""")
                .params(document.caseReference(), document.sha256())
                .query(Integer.class)
                .single()
            > 0;
    if (sameContent || kinds().contains(document.kind())) {
      include(document.caseReference(), document.id());
    }
  }

  /** Answers without the words of the report. */
  List<FormAnswers> without(List<FormAnswers> given) {
    Set<String> about = questions.aboutReport();
    return given.stream().map(one -> one.only(question -> !about.contains(question))).toList();
  }

  /** The cases, of some, whose report is sealed. */
  List<String> sealed() {
    return jdbc.sql("select case_reference from review.seal").query(String.class).list();
  }
}
