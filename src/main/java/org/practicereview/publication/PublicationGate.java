package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.MEDIA_STATEMENT;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_PLANNED_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Seals;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whether a case may be published, by whatever door: the version that goes out is the one that
 * the bodies were sent, seven working days before at the latest, and nothing is published that is
 * held.
 */
@Service
public class PublicationGate {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final Preparation preparation;
  private final PublishedRows rows;
  private final NoticePeriod notice;
  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Seals seals;
  private final Partnerships partnerships;
  private final List<PublicationHold> holds;
  private final AuditTrail audit;
  private final Clock clock;

  PublicationGate(
      Preparation preparation,
      PublishedRows rows,
      NoticePeriod notice,
      CaseFiles cases,
      CaseFacts facts,
      Seals seals,
      Partnerships partnerships,
      List<PublicationHold> holds,
      AuditTrail audit,
      Clock clock) {
    this.preparation = preparation;
    this.rows = rows;
    this.notice = notice;
    this.cases = cases;
    this.facts = facts;
    this.seals = seals;
    this.partnerships = partnerships;
    this.holds = holds;
    this.audit = audit;
    this.clock = clock;
  }

  /** Notes that the version that goes out now went to a body. */
  @Transactional
  public void sent(String caseReference, Body body, LocalDate on, String by) {
    Prepared version =
        preparation
            .prepared(caseReference)
            .orElseThrow(() -> new PublicationRefused("No version for publication was made"));
    Notice given = new Notice(body, version.sha256(), on);
    if (!rows.notices(caseReference).contains(given)) {
      rows.add(caseReference, given, by);
      audit.record(
          caseReference,
          by,
          "%s has been sent the version for publication on %s.".formatted(body.title(), day(on)));
    }
  }

  /**
   * Why a case cannot be published on a day, in plain words; empty if it can.
   *
   * @param on a London date
   */
  public List<String> obstacles(String caseReference, LocalDate on) {
    List<String> obstacles = new ArrayList<>();
    notice.dayOff(on).ifPresent(obstacles::add);
    Partnership partnership = partnership(caseReference);
    Optional<Prepared> version = preparation.prepared(caseReference);
    if (version.isEmpty()) {
      obstacles.add("No version for publication was made");
    } else if (!preparation.isUnchanged(version.get())) {
      obstacles.add(
          "The report was changed after it was sent to the bodies. The new version has to be sent"
              + " to them first");
    } else {
      obstacles.addAll(
          notice.obstacles(partnership, rows.notices(caseReference), version.get(), on));
    }
    facts
        .date(caseReference, PUBLICATION_PLANNED_ON)
        .filter(on::isBefore)
        .ifPresent(
            planned ->
                obstacles.add(
                    "Publication is planned for %s, and everybody was told so"
                        .formatted(day(planned))));
    if (partnership.option("mediaStatementRequired")
        && facts.text(caseReference, MEDIA_STATEMENT).isEmpty()) {
      obstacles.add("The media statement has not been agreed");
    }
    obstacles.addAll(holds(caseReference));
    if (seals.isSealed(caseReference) && preparation.mode(caseReference) != Mode.IMPROVEMENTS) {
      obstacles.add("The report is sealed");
    }
    return obstacles;
  }

  /** What holds publication of a case now, in plain words; empty if nothing does. */
  public List<String> holds(String caseReference) {
    return holds.stream().flatMap(hold -> hold.reasons(caseReference).stream()).toList();
  }

  /**
   * The earliest day on which a version can be published that is sent to the bodies today.
   *
   * @throws PublicationRefused if there is no signed-off PDF
   */
  public LocalDate earliestIfSentToday(String caseReference) {
    Document source = preparation.requiredSource(caseReference);
    LocalDate today = today();
    boolean sent =
        preparation
            .prepared(caseReference)
            .filter(version -> version.sourceSha256().equals(source.sha256()))
            .filter(version -> notice.sentToAll(rows.notices(caseReference), version))
            .isPresent();
    return sent
        ? notice.earliest(partnership(caseReference), lastSent(rows.notices(caseReference)), today)
        : notice.earliest(partnership(caseReference), today, today);
  }

  private static LocalDate lastSent(List<Notice> notices) {
    return notices.stream().map(Notice::sentOn).max(Comparator.naturalOrder()).orElseThrow();
  }

  private Partnership partnership(String caseReference) {
    return partnerships.get(cases.get(caseReference).partnership());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.ZONE);
  }

  /** A day, as people are told it. */
  static String day(LocalDate date) {
    return DAY.format(date);
  }
}
