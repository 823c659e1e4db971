package org.practicereview.publication.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;
import org.practicereview.publication.Body;
import org.practicereview.publication.Preparation;
import org.practicereview.publication.Prepared;
import org.springframework.stereotype.Component;

/** The letters by which the bodies got the version that goes out. */
@Component
class BodiesLetters {

  /** The letter that carries it. */
  static final String TEMPLATE = "publication/report-to-bodies";

  private final Letters letters;
  private final Preparation preparation;

  BodiesLetters(Letters letters, Preparation preparation) {
    this.letters = letters;
    this.preparation = preparation;
  }

  /** When the version that goes out now was first sent to each body; London dates. */
  Map<Body, LocalDate> sent(String caseReference) {
    Map<Body, LocalDate> sent = new EnumMap<>(Body.class);
    Instant made = preparation.prepared(caseReference).map(Prepared::at).orElse(Instant.MAX);
    for (Letter letter : letters.of(caseReference)) {
      boolean gone = List.of(LetterState.SENT, LetterState.POSTED).contains(letter.state());
      if (gone && letter.template().equals(TEMPLATE) && !letter.sentAt().isBefore(made)) {
        Body.of(letter.recipientKind())
            .ifPresent(
                body ->
                    sent.merge(
                        body,
                        LocalDate.ofInstant(letter.sentAt(), WorkingDayCalendar.ZONE),
                        (first, later) -> first));
      }
    }
    return sent;
  }
}
