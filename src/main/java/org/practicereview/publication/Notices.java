package org.practicereview.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;
import org.springframework.stereotype.Component;

/**
 * Which bodies have the version that goes out, and since when. A letter counts once the mail server
 * has taken it or a person has posted it, as the register of letters says at this moment; otherwise
 * a person records that a body got it in another way.
 */
@Component
public class Notices {

  private static final String TEMPLATE = "publication/report-to-bodies";

  private final Letters letters;
  private final PublishedRows rows;

  Notices(Letters letters, PublishedRows rows) {
    this.letters = letters;
    this.rows = rows;
  }

  /** When each body that has a version got it; the others are left out. */
  public List<Notice> of(Prepared version) {
    List<Notice> told = new ArrayList<>();
    for (Body body : Body.values()) {
      toldOn(version, body).ifPresent(on -> told.add(new Notice(body, version.sha256(), on)));
    }
    return told;
  }

  private Optional<LocalDate> toldOn(Prepared version, Body body) {
    Stream<LocalDate> byLetter =
        letters(version, body).flatMap(letter -> letter.told(WorkingDayCalendar.ZONE).stream());
    Stream<LocalDate> otherwise =
        rows.recorded(version.caseReference()).stream()
            .filter(notice -> notice.body() == body)
            .filter(notice -> notice.sha256().equals(version.sha256()))
            .map(Notice::toldOn);
    return Stream.concat(byLetter, otherwise).min(Comparator.naturalOrder());
  }

  /** Where the version stands with each body, a sentence each, for people to read. */
  public String inWords(Prepared version) {
    return Arrays.stream(Body.values())
        .map(
            body ->
                toldOn(version, body)
                    .map(
                        on -> "%s has it since %s".formatted(body.title(), PublicationGate.day(on)))
                    .orElseGet(() -> missing(version, body)))
        .collect(Collectors.joining(". "));
  }

  /** Why a body has not been told, in words. */
  String missing(Prepared version, Body body) {
    return letters(version, body)
        .reduce((earlier, later) -> later)
        .map(
            letter ->
                "%s has not been told: the letter with this version is %s"
                    .formatted(body.title(), where(letter)))
        .orElse(body.title() + " has not been told: no letter with this version was sent");
  }

  private static String where(Letter letter) {
    return letter.state() == LetterState.SENT && letter.mail() == null
        ? "on its way"
        : letter.status();
  }

  /** The letters that carried or will carry the version, oldest first. */
  private Stream<Letter> letters(Prepared version, Body body) {
    return letters.of(version.caseReference()).stream()
        .filter(letter -> letter.template().equals(TEMPLATE))
        .filter(letter -> letter.state() != LetterState.DISCARDED)
        .filter(letter -> Body.of(letter.recipientKind()).filter(body::equals).isPresent())
        .filter(letter -> letter.sentAt() == null || !letter.sentAt().isBefore(version.at()));
  }
}
