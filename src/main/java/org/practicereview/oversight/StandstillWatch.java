package org.practicereview.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.audit.AuditTrail;
import org.practicereview.oversight.Standstill.Kind;
import org.practicereview.oversight.StandstillSearch.Found;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that nothing hangs in silence: whatever stands still is written into the trail of its
 * case once, and those who can help are told at once, and again every morning until it goes on.
 */
@Component
class StandstillWatch {

  private static final Logger LOG = LoggerFactory.getLogger(StandstillWatch.class);

  /** No one needs the same mail again in the night. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final StandstillSearch search;
  private final Standstills standstills;
  private final StandstillNews news;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final Clock clock;

  StandstillWatch(
      StandstillSearch search,
      Standstills standstills,
      StandstillNews news,
      AuditTrail audit,
      TransactionTemplate transactions,
      Clock clock) {
    this.search = search;
    this.standstills = standstills;
    this.news = news;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Looks for steps that the service could not do. */
  void lookAtFailedSteps() {
    look(Kind.FAILED_STEP, search.failedSteps());
  }

  /** Looks for open cases without a next step. */
  void lookAtNextSteps() {
    look(Kind.NO_NEXT_STEP, search.withoutNextStep());
  }

  private void look(Kind kind, List<Found> found) {
    Set<String> names = found.stream().map(Found::name).collect(Collectors.toSet());
    standstills.names(kind).stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> transactions.executeWithoutResult(status -> end(name)));
    found.stream()
        .filter(one -> !standstills.isKnown(one))
        .forEach(one -> transactions.executeWithoutResult(status -> begin(one)));
    tell();
  }

  private void begin(Found found) {
    Standstill standstill = standstills.begin(found);
    LOG.error(
        "Case {} stands still ({}): {} {}",
        found.caseReference(),
        standstill.failure(),
        found.model(),
        found.element());
    audit.record(
        found.caseReference(),
        AuditTrail.SYSTEM,
        "The case stands still. "
            + standstill.words()
            + " Reference of the failure: "
            + standstill.failure()
            + ".");
  }

  private void end(String name) {
    Standstill standstill = standstills.end(name);
    audit.record(
        standstill.caseReference(),
        AuditTrail.SYSTEM,
        "What stood still goes on. Reference of the failure: " + standstill.failure() + ".");
  }

  private void tell() {
    ZonedDateTime now = ZonedDateTime.now(clock);
    Map<String, List<Standstill>> cases =
        standstills.all().stream().collect(Collectors.groupingBy(Standstill::caseReference));
    cases.forEach(
        (reference, open) -> {
          if (open.stream().anyMatch(one -> isToBeTold(one, now))
              && open.stream().noneMatch(one -> now.toLocalDate().equals(one.toldOn()))) {
            try {
              tell(reference, open, now.toLocalDate());
            } catch (RuntimeException e) {
              // The other cases must be told of all the same.
              LOG.error("Case {} stands still, and not everyone could be told", reference, e);
            }
          }
        });
  }

  private static boolean isToBeTold(Standstill standstill, ZonedDateTime now) {
    return standstill.toldOn() == null || !now.toLocalTime().isBefore(MORNING);
  }

  private void tell(String reference, List<Standstill> open, LocalDate day) {
    boolean first = open.stream().allMatch(one -> one.toldOn() == null);
    boolean told =
        Boolean.TRUE.equals(
            transactions.execute(
                status -> {
                  boolean someone = news.tellAdministrators(open, day);
                  if (someone) {
                    standstills.told(reference, day);
                  }
                  return someone;
                }));
    if (first) {
      // Apart: the letters may be just what is broken.
      transactions.executeWithoutResult(
          status -> news.tellBusinessManager(reference, told, open.get(0)));
    }
  }
}
