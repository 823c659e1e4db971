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
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who is away and which colleague does their work. The colleague has all roles that the
 * person has in the partnership, so all that is offered to the one is offered to the other; what
 * the person had taken goes over on the first day. An absence ends by itself.
 */
@Service
public class Absences {

  private static final String OF_THE_SERVICE = "";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final int LONGEST_DAYS = 366;

  private final AbsenceRows rows;
  private final Colleagues colleagues;
  private final HandOver handOver;
  private final Partnerships partnerships;
  private final AuditTrail audit;
  private final HandOverMail mail;
  private final Clock clock;

  Absences(
      AbsenceRows rows,
      Colleagues colleagues,
      HandOver handOver,
      Partnerships partnerships,
      AuditTrail audit,
      HandOverMail mail,
      Clock clock) {
    this.rows = rows;
    this.colleagues = colleagues;
    this.handOver = handOver;
    this.partnerships = partnerships;
    this.audit = audit;
    this.mail = mail;
    this.clock = clock;
  }

  /** Those of someone, and those that they cover, that are not over. */
  public List<Absence> concerning(String userId) {
    return rows.concerning(userId, today());
  }

  /** Those of a partnership that are not over. */
  public List<Absence> of(String partnership) {
    return rows.of(partnership, today());
  }

  /** The colleagues who have all roles that someone has in a partnership. */
  public List<Colleague> eligible(String partnership, String userId) {
    List<Colleague> all = colleagues.of(partnership);
    return all.stream()
        .filter(one -> one.userId().equals(userId))
        .findFirst()
        .map(
            person ->
                all.stream()
                    .filter(one -> !one.userId().equals(userId))
                    .filter(one -> one.groups().containsAll(person.groups()))
                    .toList())
        .orElse(List.of());
  }

  /**
   * Enters that someone is away, and hands their work over if that is today.
   *
   * @param from first day away, today or later
   * @param until last day away
   * @throws Refused if the days or the colleague will not do; nothing is changed then
   */
  @Transactional
  public Absence enter(
      String partnership, String userId, String cover, LocalDate from, LocalDate until) {
    rows.alone();
    checkDays(from, until);
    Colleague person =
        colleagues
            .find(partnership, userId)
            .orElseThrow(() -> new NotThere("You do not work for this partnership"));
    Colleague other = checkCover(partnerships.get(partnership), person, cover);
    checkOthers(person, other, from, until);
    Absence absence =
        new Absence(UUID.randomUUID().toString(), partnership, userId, cover, from, until);
    rows.insert(absence, now());
    audit.record(
        OF_THE_SERVICE,
        userId,
        "\"%s\" is away from %s to %s; \"%s\" does their work in %s."
            .formatted(
                userId,
                DAY.format(from),
                DAY.format(until),
                cover,
                partnerships.get(partnership).shortName()));
    mail.covering(absence, person, other, handOver.namedOn(partnership, userId));
    beginDue();
    return absence;
  }

  private void checkDays(LocalDate from, LocalDate until) {
    if (from == null || until == null) {
      throw new Refused("Enter the first and the last day you are away");
    }
    if (from.isBefore(today())) {
      throw new Refused("The first day away must be today or later");
    }
    if (until.isBefore(from)) {
      throw new Refused("The last day away must be the first day or later");
    }
    if (until.isAfter(from.plusDays(LONGEST_DAYS))) {
      throw new Refused("An absence can last a year at most");
    }
  }

  private Colleague checkCover(Partnership partnership, Colleague person, String cover) {
    if (person.userId().equals(cover)) {
      throw new Refused("Choose a colleague. You cannot cover for yourself");
    }
    Colleague other =
        colleagues
            .find(partnership.id(), cover)
            .orElseThrow(() -> new Refused("Choose a colleague of your partnership"));
    if (person.groups().isEmpty() || !other.groups().containsAll(person.groups())) {
      throw new Refused(
          other.name() + " does not have all of your roles, so some of your work would wait");
    }
    return other;
  }

  /** No one covers who is away then, and no one who covers goes away: so there are no chains. */
  private void checkOthers(Colleague person, Colleague cover, LocalDate from, LocalDate until) {
    for (Absence other : rows.concerning(person.userId(), today())) {
      if (other.meets(from, until)) {
        throw new Refused(
            other.userId().equals(person.userId())
                ? "You have entered an absence %s already".formatted(days(other))
                : "You cover for a colleague %s. They have to choose someone else first"
                    .formatted(days(other)));
      }
    }
    for (Absence other : rows.concerning(cover.userId(), today())) {
      if (other.userId().equals(cover.userId()) && other.meets(from, until)) {
        throw new Refused(
            "%s is away %s. Choose someone else".formatted(cover.name(), days(other)));
      }
    }
  }

  private static String days(Absence absence) {
    return "from " + DAY.format(absence.from()) + " to " + DAY.format(absence.until());
  }

  /**
   * Takes an absence back, or ends it early.
   *
   * @param userId whose it is
   * @throws NotThere if they have no such absence
   */
  @Transactional
  public void end(String id, String userId) {
    Absence absence =
        rows.find(id)
            .filter(one -> one.userId().equals(userId))
            .orElseThrow(() -> new NotThere("There is no such absence"));
    end(absence, userId, "is back, or did not go away. \"" + absence.cover() + "\" covers no more");
  }

  private void end(Absence absence, String by, String why) {
    rows.end(absence.id(), now(), by);
    audit.record(OF_THE_SERVICE, by, "\"" + absence.userId() + "\" " + why + ".");
  }

  /** Hands over the work of everyone whose first day away has come. */
  @Transactional
  public void beginDue() {
    rows.alone();
    for (Absence absence : rows.toBegin(today())) {
      rows.begun(absence.id());
      handOver.tasks(
          absence.partnership(), absence.userId(), absence.cover(), AuditTrail.SYSTEM, "is away");
    }
  }

  /** An account is gone: it is away no more, and covers for no one. */
  @Transactional
  public void accountGone(String userId, String by) {
    for (Absence absence : rows.concerning(userId, today())) {
      boolean covered = absence.cover().equals(userId);
      end(absence, by, covered ? "has no cover any more: the account was ended" : "was ended");
      if (covered) {
        mail.coverGone(absence, colleagues.find(absence.partnership(), absence.userId()));
      }
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
