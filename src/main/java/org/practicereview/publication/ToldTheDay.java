package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.PLAN_PUBLICATION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.letters.Audience;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;
import org.springframework.stereotype.Component;

/**
 * Everyone outside who was told a day of publication: by a letter that went after the day was first
 * planned, or, one of the bodies, another way.
 */
@Component
class ToldTheDay implements Audience {

  private static final List<String> TELL_THE_DAY =
      List.of(
          "publication/report-to-bodies",
          "publication/agencies-notice",
          "publication/other-area-notice",
          "publication/family-publication");

  private final Letters letters;
  private final Answers answers;
  private final Preparation preparation;
  private final Notices notices;

  ToldTheDay(Letters letters, Answers answers, Preparation preparation, Notices notices) {
    this.letters = letters;
    this.answers = answers;
    this.preparation = preparation;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "toldTheDay";
  }

  @Override
  public boolean includes(String caseReference, String recipient) {
    return of(caseReference).contains(recipient);
  }

  /** Whether anyone of these codes in a list of people was told. */
  boolean includesAny(String caseReference, String list, List<String> codes) {
    Set<String> told = of(caseReference);
    return codes.stream().anyMatch(code -> told.contains("rows:" + list + ":" + code));
  }

  /** All of them, as letters say to whom they go. */
  Set<String> of(String caseReference) {
    Optional<Instant> planned =
        answers.of(caseReference).stream()
            .filter(given -> given.form().equals(PLAN_PUBLICATION.id()))
            .map(FormAnswers::at)
            .min(Instant::compareTo);
    Stream<String> byLetter =
        letters.of(caseReference).stream()
            .filter(letter -> TELL_THE_DAY.contains(letter.template()))
            .filter(ToldTheDay::hasGone)
            .filter(letter -> planned.filter(at -> !letter.sentAt().isBefore(at)).isPresent())
            .map(Letter::recipientKind)
            // As letters were addressed before they said what part someone had in the review.
            .map(kind -> kind.replace("rows:familyContacts:", "rows:familyAddressees:"));
    Stream<String> otherwise =
        preparation.prepared(caseReference).map(notices::of).orElse(List.of()).stream()
            .map(notice -> notice.body().id());
    return Stream.concat(byLetter, otherwise).collect(Collectors.toSet());
  }

  private static boolean hasGone(Letter letter) {
    return List.of(LetterState.SENT, LetterState.POSTED).contains(letter.state());
  }
}
