package org.practicereview.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.practicereview.absence.Colleagues.Colleague;
import org.practicereview.absence.NamedCovers.Wanted;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.practicereview.forms.PeopleNames;
import org.practicereview.naming.CaseNaming;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Component;

/**
 * Who may cover for a person who is named on a case, and when. Each check refuses in plain words.
 */
@Component
class NamedCoverRules {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final int LONGEST_DAYS = 366;

  private final NamedCoverRows rows;
  private final AbsenceRows absences;
  private final CasePeople people;
  private final CaseNaming naming;
  private final CaseFiles cases;
  private final Colleagues colleagues;
  private final PeopleNames names;
  private final Clock clock;

  NamedCoverRules(
      NamedCoverRows rows,
      AbsenceRows absences,
      CasePeople people,
      CaseNaming naming,
      CaseFiles cases,
      Colleagues colleagues,
      PeopleNames names,
      Clock clock) {
    this.cases = cases;
    this.colleagues = colleagues;
    this.names = names;
    this.rows = rows;
    this.absences = absences;
    this.people = people;
    this.naming = naming;
    this.clock = clock;
  }

  /** Holds the days to the calendar and to a year. */
  void checkDays(LocalDate from, LocalDate until) {
    if (from == null || until == null) {
      throw new Refused("Enter the first and the last day of the cover");
    }
    if (from.isBefore(today())) {
      throw new Refused("The first day of the cover must be today or later");
    }
    if (until.isBefore(from)) {
      throw new Refused("The last day of the cover must be the first day or later");
    }
    if (until.isAfter(from.plusDays(LONGEST_DAYS))) {
      throw new Refused(
          "A cover can last a year at most. Replace the person if they are away for longer");
    }
  }

  /** Holds the account to what the person is named as, and to independence. */
  void checkCover(CasePerson covered, Colleague cover, Wanted wanted) {
    if (covered.userId().equals(cover.userId())) {
      throw new Refused("Choose someone else. No one can cover for themselves");
    }
    if (people.of(covered.caseReference()).stream()
        .anyMatch(one -> one.isNamed() && one.userId().equals(cover.userId()))) {
      throw new Refused(cover.name() + " is named in this case already");
    }
    if (covered.isLeadReviewer()) {
      naming
          .agencyOf(covered.caseReference(), cover.userId())
          .ifPresent(
              agency -> {
                throw new Refused(
                    "%s works for %s, an agency in this case. A reviewer must be independent of all of them"
                        .formatted(cover.name(), agency));
              });
    }
    boolean offered =
        naming.choices(covered.caseReference()).stream()
            .anyMatch(one -> one.is(cover.userId(), covered.as(), covered.agency()));
    if (!offered) {
      throw new Refused(
          covered.isLeadReviewer()
              ? cover.name() + " does not have the role that this needs"
              : cover.name() + " does not work for the same agency");
    }
    if (!wanted.independent()) {
      throw new Refused(
          "Make sure that %s has no conflict of interest, and say so".formatted(cover.name()));
    }
  }

  /**
   * What keeps a cover from beginning: what was checked when it was entered may have changed since.
   *
   * @return why it cannot begin; empty if it can
   */
  Optional<EarlyEnd> hindrance(NamedCover cover) {
    String reference = cover.caseReference();
    CaseFile file = cases.get(reference);
    String name = names.of(cover.cover());
    boolean reviewer = cover.as().equals(CasePeople.LEAD_REVIEWER);
    if (!file.isOpen()) {
      return Optional.of(new EarlyEnd("the case is closed", false));
    }
    if (colleagues.find(file.partnership(), cover.cover()).isEmpty()) {
      return Optional.of(new EarlyEnd(name + " has no account any more", true));
    }
    if (people.of(reference).stream().anyMatch(cover::isNamedAs)) {
      return Optional.of(new EarlyEnd(name + " is named on the case already", false));
    }
    Optional<EarlyEnd> dependent =
        reviewer
            ? naming
                .agencyOf(reference, cover.cover())
                .map(agency -> "%s works for %s, an agency in the case".formatted(name, agency))
                .map(why -> new EarlyEnd(why, true))
            : Optional.empty();
    if (dependent.isEmpty()
        && naming.eligible(reference).stream()
            .noneMatch(one -> one.is(cover.cover(), cover.as(), cover.agency()))) {
      return Optional.of(
          new EarlyEnd(
              name
                  + (reviewer
                      ? " no longer has the role that this needs"
                      : " no longer works for the same agency, or it is not involved"),
              true));
    }
    return dependent;
  }

  /** No two cover for one person, and no one covers while away. */
  void checkOthers(CasePerson covered, Colleague cover, Wanted wanted) {
    for (NamedCover other : rows.of(covered.caseReference())) {
      if (other.naming().equals(covered.id()) && other.meets(wanted.from(), wanted.until())) {
        throw new Refused(
            "There is a cover from %s to %s already. End it first"
                .formatted(DAY.format(other.from()), DAY.format(other.until())));
      }
      if (other.cover().equals(cover.userId()) && other.meets(wanted.from(), wanted.until())) {
        throw new Refused(cover.name() + " covers for someone else in this case then");
      }
    }
    for (Absence away : absences.concerning(cover.userId(), today())) {
      if (away.userId().equals(cover.userId()) && away.meets(wanted.from(), wanted.until())) {
        throw new Refused(
            "%s is away from %s to %s. Choose someone else"
                .formatted(cover.name(), DAY.format(away.from()), DAY.format(away.until())));
      }
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
