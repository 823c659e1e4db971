package org.practicereview.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.forms.PeopleNames;
import org.springframework.stereotype.Component;

/**
 * Ends covers for named people, and their sight of the case with them. Whoever relies on a cover
 * that ends early is told: the business manager, the person who is away, and the cover.
 */
@Component
class NamedCoverEnds {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final NamedCoverRows rows;
  private final CaseFiles cases;
  private final CasePeople people;
  private final Colleagues colleagues;
  private final PeopleNames names;
  private final AuditTrail audit;
  private final HandOverMail mail;
  private final Clock clock;

  NamedCoverEnds(
      NamedCoverRows rows,
      CaseFiles cases,
      CasePeople people,
      Colleagues colleagues,
      PeopleNames names,
      AuditTrail audit,
      HandOverMail mail,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.people = people;
    this.colleagues = colleagues;
    this.names = names;
    this.audit = audit;
    this.mail = mail;
    this.clock = clock;
  }

  /** Ends one whose last day is over; one that never began is told like any that cannot begin. */
  void over(NamedCover cover) {
    if (rows.ownNaming(cover.id()).isEmpty()) {
      tellEnd(cover, AuditTrail.SYSTEM, new EarlyEnd("it could not begin on its days", false));
    } else if (ends(cover)) {
      audit.record(
          cover.caseReference(), AuditTrail.SYSTEM, "The cover " + days(cover) + " has ended.");
      closeCase(cover, AuditTrail.SYSTEM);
    }
  }

  /** Ends one before its last day, or before it begins. */
  void early(NamedCover cover, String by, EarlyEnd end) {
    if (cover.until().isBefore(LocalDate.now(clock))) {
      over(cover);
    } else {
      tellEnd(cover, by, end);
    }
  }

  private void tellEnd(NamedCover cover, String by, EarlyEnd end) {
    if (!ends(cover)) {
      return;
    }
    boolean begun = rows.ownNaming(cover.id()).isPresent();
    audit.record(
        cover.caseReference(),
        by,
        begun
            ? "The cover %s has ended early: %s. No one covers now."
                .formatted(days(cover), end.why())
            : "The cover %s does not begin: %s. No one covers then."
                .formatted(days(cover), end.why()));
    closeCase(cover, by);
    String partnership = cases.get(cover.caseReference()).partnership();
    HandOverMail.EndedCover ended =
        new HandOverMail.EndedCover(
            cover, begun, end, names.of(cover.covered()), names.of(cover.cover()));
    mail.coverEnded(ended, partnership);
    colleagues
        .find(partnership, cover.covered())
        .ifPresent(one -> mail.coverEndedForPerson(ended, partnership, one));
    colleagues
        .find(partnership, cover.cover())
        .ifPresent(one -> mail.coverEndedForCover(ended, partnership, one));
  }

  private boolean ends(NamedCover cover) {
    return rows.end(cover.id(), clock.instant().atOffset(ZoneOffset.UTC));
  }

  private void closeCase(NamedCover cover, String by) {
    rows.ownNaming(cover.id())
        .filter(own -> people.named(cover.cover()).stream().anyMatch(one -> one.id().equals(own)))
        .ifPresent(own -> people.end(cover.caseReference(), own, by));
  }

  private static String days(NamedCover cover) {
    return "from " + DAY.format(cover.from()) + " to " + DAY.format(cover.until());
  }
}
