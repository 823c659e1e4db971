package org.practicereview.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.practicereview.absence.Colleagues.Colleague;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.practicereview.casefile.NamingChanged;
import org.practicereview.naming.CaseNaming;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who does the work of a person who is named on a case while that person is away. The cover
 * is named on the case from the first day to the last and on no other: so sight, tasks and urgent
 * mail follow by the same rules as for everyone who is named. It ends by itself, when it is taken
 * back, and when the person who is covered is named no longer.
 */
@Service
public class NamedCovers {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final NamedCoverRows rows;
  private final AbsenceRows absences;
  private final NamedCoverRules rules;
  private final CaseFiles cases;
  private final CasePeople people;
  private final CaseNaming naming;
  private final Colleagues colleagues;
  private final AuditTrail audit;
  private final HandOverMail mail;
  private final Clock clock;

  NamedCovers(
      NamedCoverRows rows,
      AbsenceRows absences,
      NamedCoverRules rules,
      CaseFiles cases,
      CasePeople people,
      CaseNaming naming,
      Colleagues colleagues,
      AuditTrail audit,
      HandOverMail mail,
      Clock clock) {
    this.rows = rows;
    this.absences = absences;
    this.rules = rules;
    this.cases = cases;
    this.people = people;
    this.naming = naming;
    this.colleagues = colleagues;
    this.audit = audit;
    this.mail = mail;
    this.clock = clock;
  }

  /**
   * Who is to cover, for how long, and whether it was made sure that nothing speaks against it.
   *
   * @param naming the naming of the person who is away
   * @param cover user id of who does their work
   * @param from first day, today or later
   * @param until last day
   * @param independent whether someone has made sure that the cover has not worked with the child
   *     or the family, nor managed those who did
   */
  public record Wanted(
      String naming, String cover, LocalDate from, LocalDate until, boolean independent) {}

  /** Those of a case that have not ended, the first to begin first. */
  public List<NamedCover> of(String caseReference) {
    return rows.of(caseReference);
  }

  /**
   * Enters who covers, and names them at once if the first day is today.
   *
   * @throws Refused if days or account will not do; nothing is changed then
   */
  @Transactional
  public void enter(String caseReference, Wanted wanted, String by) {
    absences.alone();
    CaseFile file = cases.get(caseReference);
    CasePerson covered =
        people.of(caseReference).stream()
            .filter(one -> one.id().equals(wanted.naming()) && one.isNamed())
            .findFirst()
            .orElseThrow(
                () -> new Refused("Choose who is away, of those who are named on this case"));
    rules.checkDays(wanted.from(), wanted.until());
    Colleague cover =
        colleagues
            .find(file.partnership(), wanted.cover())
            .orElseThrow(() -> new Refused("Choose who covers"));
    Colleague person =
        colleagues
            .find(file.partnership(), covered.userId())
            .orElseThrow(
                () -> new Refused("The person has no account any more. Name someone else instead"));
    rules.checkCover(covered, cover, wanted);
    rules.checkOthers(covered, cover, wanted);
    NamedCover entered =
        new NamedCover(
            UUID.randomUUID().toString(),
            caseReference,
            covered.id(),
            covered.userId(),
            covered.as(),
            covered.agency(),
            cover.userId(),
            wanted.from(),
            wanted.until());
    rows.insert(entered, now(), by);
    audit.record(
        caseReference,
        by,
        "%s covers for %s in the case from %s to %s."
            .formatted(
                cover.name(),
                person.name(),
                DAY.format(wanted.from()),
                DAY.format(wanted.until())));
    mail.coveringOnCase(entered, file.partnership(), person, cover);
    follow();
  }

  /**
   * Takes a cover back, or ends it early.
   *
   * @throws NotThere if the case has no such cover
   */
  @Transactional
  public void end(String caseReference, String id, String by) {
    NamedCover cover =
        rows.of(caseReference).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotThere("There is no such cover"));
    end(cover, by);
    String partnership = cases.get(caseReference).partnership();
    colleagues
        .find(partnership, cover.cover())
        .ifPresent(one -> mail.coverTakenBack(cover, partnership, one));
  }

  /** Ends what someone covers in a case, before they are named there themselves. */
  void endOf(String caseReference, String userId, String by) {
    rows.of(caseReference).stream()
        .filter(one -> one.cover().equals(userId))
        .forEach(one -> end(one, by));
  }

  /** Names those whose first day has come, and ends those whose last day is over. */
  @Transactional
  public void follow() {
    rows.over(today()).forEach(cover -> end(cover, AuditTrail.SYSTEM));
    for (NamedCover cover : rows.toBegin(today())) {
      try {
        if (!cases.get(cover.caseReference()).isOpen()) {
          throw new Refused("The case is closed");
        }
        begin(cover);
      } catch (Refused e) {
        // The account, its role or the case has gone meanwhile; the trail says that no one covers.
        end(cover, AuditTrail.SYSTEM);
      }
    }
  }

  private void begin(NamedCover cover) {
    naming.name(
        cover.caseReference(), cover.cover(), cover.as(), cover.agency(), AuditTrail.SYSTEM);
    people.named(cover.cover()).stream()
        .filter(one -> one.caseReference().equals(cover.caseReference()))
        .filter(one -> one.as().equals(cover.as()) && one.agency().equals(cover.agency()))
        .forEach(
            one -> {
              people.lastsUntil(one.id(), cover.until());
              rows.begun(cover.id(), one.id());
            });
  }

  /** Whoever is covered is named no longer, or the cover is not: then the cover has ended. */
  @EventListener
  void namingChanged(NamingChanged changed) {
    List<NamedCover> covers = rows.of(changed.caseReference());
    if (covers.isEmpty()) {
      return;
    }
    List<CasePerson> named =
        people.of(changed.caseReference()).stream().filter(CasePerson::isNamed).toList();
    covers.stream()
        .filter(
            cover ->
                isMissing(named, cover.naming())
                    || rows.ownNaming(cover.id()).filter(own -> isMissing(named, own)).isPresent())
        .forEach(cover -> end(cover, AuditTrail.SYSTEM));
  }

  private static boolean isMissing(List<CasePerson> named, String naming) {
    return named.stream().noneMatch(one -> one.id().equals(naming));
  }

  private void end(NamedCover cover, String by) {
    if (!rows.end(cover.id(), now())) {
      return;
    }
    audit.record(
        cover.caseReference(),
        by,
        "The cover from %s to %s has ended."
            .formatted(DAY.format(cover.from()), DAY.format(cover.until())));
    rows.ownNaming(cover.id())
        .filter(own -> people.named(cover.cover()).stream().anyMatch(one -> one.id().equals(own)))
        .ifPresent(own -> people.end(cover.caseReference(), own, by));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
