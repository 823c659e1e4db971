package org.practicereview.casefile;

import java.util.List;
import org.practicereview.audit.AuditTrail;
import org.practicereview.files.VirusScanner;
import org.practicereview.forms.PeopleNames;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the virus scanner again about files that it has not judged yet: those that wait, and those
 * from before there was a scanner. Two nodes may do this at once; the first counts.
 */
@Component
class Quarantine {

  private static final int AT_ONCE = 20;

  private final JdbcClient jdbc;
  private final Documents documents;
  private final VirusScanner scanner;
  private final AuditTrail audit;
  private final PeopleNames names;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Quarantine(
      JdbcClient jdbc,
      Documents documents,
      VirusScanner scanner,
      AuditTrail audit,
      PeopleNames names,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.scanner = scanner;
    this.audit = audit;
    this.names = names;
    this.events = events;
    this.transaction = transaction;
  }

  /** Goes on until the scanner does not answer, or nothing is left. */
  void checkAgain() {
    if (scanner.isOff()) {
      jdbc.sql("update review.document set check_state = ? where check_state = ?")
          .params(FileCheck.UNSCANNED.name(), FileCheck.WAITING.name())
          .update();
      return;
    }
    for (String id : unjudged()) {
      if (!judge(id)) {
        return;
      }
    }
  }

  private List<String> unjudged() {
    return jdbc.sql(
            """
            select id from review.document where check_state in (:states)
            order by check_state desc, stored_at fetch first :most rows only""")
        .param("states", List.of(FileCheck.WAITING.name(), FileCheck.UNSCANNED.name()))
        .param("most", AT_ONCE)
        .query(String.class)
        .list();
  }

  private boolean judge(String id) {
    byte[] content =
        jdbc.sql("select content from review.document where id = ?")
            .param(id)
            .query((row, number) -> row.getBytes("content"))
            .single();
    VirusScanner.Verdict verdict = scanner.scan(content);
    if (verdict == VirusScanner.Verdict.NOT_NOW) {
      return false;
    }
    boolean infected = verdict == VirusScanner.Verdict.INFECTED;
    transaction.executeWithoutResult(
        change -> {
          int changed =
              jdbc.sql(
                      """
                      update review.document set check_state = ?
                      where id = ? and check_state in ('WAITING', 'UNSCANNED')""")
                  .params((infected ? FileCheck.INFECTED : FileCheck.CLEAR).name(), id)
                  .update();
          if (infected && changed == 1) {
            tell(documents.get(id));
          }
        });
    return true;
  }

  private void tell(Document file) {
    audit.record(
        file.caseReference(),
        AuditTrail.SYSTEM,
        "The virus scanner knows a file that %s sent as harmful. No one can open it."
            .formatted(names.of(file.by())));
    events.publishEvent(new FileFoundInfected(file.id(), file.caseReference(), file.by()));
  }

  /** Every half minute; tests look by hand. */
  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  @ConditionalOnProperty(
      name = "practice-review.watch.scheduled",
      havingValue = "true",
      matchIfMissing = true)
  static class Schedule {

    private final Quarantine quarantine;

    Schedule(Quarantine quarantine) {
      this.quarantine = quarantine;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void checkAgain() {
      quarantine.checkAgain();
    }
  }
}
