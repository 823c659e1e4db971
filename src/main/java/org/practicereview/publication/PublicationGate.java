package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.MEDIA_STATEMENT;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_PLANNED_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
 * the bodies were sent, seven full working days before at the latest, and nothing is published that
 * is held.
 */
@Service
public class PublicationGate {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final Preparation preparation;
  private final PublishedRows rows;
  private final NoticePeriod notice;
  private final Notices notices;
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
      Notices notices,
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
    this.notices = notices;
    this.cases = cases;
    this.facts = facts;
    this.seals = seals;
    this.partnerships = partnerships;
    this.holds = holds;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Records that a body got the version that goes out now in another way than by our letter.
   *
   * @param on a London date
   * @throws PublicationRefused if that was before the version was made, or is in the future
   */
  @Transactional
  public void toldAnotherWay(String caseReference, Body body, LocalDate on, String by) {
    Prepared version =
        preparation
            .prepared(caseReference)
            .orElseThrow(() -> new PublicationRefused("No version for publication was made"));
    notToldOn(caseReference, on)
        .ifPresent(
            why -> {
              throw new PublicationRefused(why);
            });
    Notice given = new Notice(body, version.sha256(), on);
    if (!rows.recorded(caseReference).contains(given)) {
      rows.add(caseReference, given, by);
      audit.record(
          caseReference,
          by,
          "%s got the version for publication on %s, in another way than by our letter."
              .formatted(body.title(), day(on)));
    }
  }

  /** Why no one can have got the version that goes out now on a day; empty if they can. */
  public Optional<String> notToldOn(String caseReference, LocalDate on) {
    if (on.isAfter(today())) {
      return Optional.of("this day is in the future");
    }
    return preparation
        .prepared(caseReference)
        .map(version -> LocalDate.ofInstant(version.at(), WorkingDayCalendar.ZONE))
        .filter(on::isBefore)
        .map(made -> "the version for publication was made later, on " + day(made));
  }

  /** The bodies that do not have the version that goes out now. */
  public List<Body> without(String caseReference) {
    List<Body> told =
        preparation.prepared(caseReference).map(notices::of).orElse(List.of()).stream()
            .map(Notice::body)
            .toList();
    return Stream.of(Body.values()).filter(body -> !told.contains(body)).toList();
  }

  /** The day on which the last body got the version that goes out now, if all have it. */
  public Optional<LocalDate> allToldOn(String caseReference) {
    return preparation.prepared(caseReference).flatMap(notice::allToldOn);
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
      obstacles.addAll(notice.obstacles(partnership, version.get(), on));
    }
    facts
        .date(caseReference, PUBLICATION_PLANNED_ON)
        .filter(on::isBefore)
        .ifPresent(
            planned ->
                obstacles.add(
                    "Publication is planned for %s, and everyone was told so"
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
    LocalDate told =
        preparation
            .prepared(caseReference)
            .filter(version -> version.sourceSha256().equals(source.sha256()))
            .flatMap(notice::allToldOn)
            .orElse(today);
    return notice.earliest(partnership(caseReference), told, today);
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
