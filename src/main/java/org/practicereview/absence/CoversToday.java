package org.practicereview.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.practicereview.absence.Colleagues.Colleague;
import org.practicereview.letters.Covers;
import org.springframework.stereotype.Component;

/** Knows for urgent notices whose work a colleague does today. */
@Component
class CoversToday implements Covers {

  private final AbsenceRows absences;
  private final Colleagues colleagues;
  private final Clock clock;

  CoversToday(AbsenceRows absences, Colleagues colleagues, Clock clock) {
    this.absences = absences;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  @Override
  public List<Cover> of(String partnership, String group) {
    LocalDate today = LocalDate.now(clock);
    List<Absence> away =
        absences.of(partnership, today).stream().filter(one -> one.isOn(today)).toList();
    if (away.isEmpty()) {
      return List.of();
    }
    List<Colleague> all =
        colleagues.of(partnership).stream().filter(one -> one.groups().contains(group)).toList();
    return away.stream()
        .filter(absence -> find(all, absence.userId()).isPresent())
        .flatMap(absence -> find(all, absence.cover()).stream())
        .map(cover -> new Cover(cover.userId(), cover.address()))
        .distinct()
        .toList();
  }

  private static Optional<Colleague> find(List<Colleague> all, String userId) {
    return all.stream().filter(one -> one.userId().equals(userId)).findFirst();
  }
}
