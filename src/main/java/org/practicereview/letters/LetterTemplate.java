package org.practicereview.letters;

import java.util.List;
import org.practicereview.partnership.OwnWords;
import org.practicereview.partnership.Partnership;

/**
 * A template with what it says about itself in the meta tags of its head.
 *
 * @param id stage and purpose, for example {@code referral/decision}
 * @param title what the letter is; names no person
 * @param subject subject line; knows only {@code {reference}} and {@code {partnership}}
 * @param notice whether it is a short internal e-mail without a PDF, that names no one
 * @param document whether it is no letter to anyone but a document of its own, that letters enclose
 * @param classification protective marking printed on every page
 * @param access access class of the stored PDF
 * @param required facts without which the letter cannot be written
 * @param optional facts it uses if they are known
 * @param partnerFacts facts that each of the three partners gave for itself
 * @param enclosures questions whose files always go with it
 * @param noBlame whether it carries the statement that a review is about learning
 * @param ownReader whether it goes to a person for themself, such as a family member, who decides
 *     whom they show it to
 * @param mayBePassedOn whether its reader may show it to anyone, as whoever asked under the Freedom
 *     of Information Act may
 * @param urgent whether a person must see to it at once when it does not arrive: a child's safety,
 *     or what the law demands, hangs on it
 * @param answerBy how an answer is given that it asks for: {@code service} in the review service,
 *     whose address then stands in it; {@code contact} by writing to or calling the partnership;
 *     {@code none} where it asks for none
 * @param namesNoPlace whether the page around it tells neither the partnership nor whom to ask
 *     there
 * @param invites the kinds of meeting whose days go with it as a calendar file
 * @param body the template itself
 */
public record LetterTemplate(
    String id,
    String title,
    String subject,
    boolean notice,
    boolean document,
    String classification,
    String access,
    List<String> required,
    List<String> optional,
    List<String> partnerFacts,
    List<String> enclosures,
    boolean noBlame,
    boolean ownReader,
    boolean mayBePassedOn,
    boolean urgent,
    String answerBy,
    boolean namesNoPlace,
    List<String> invites,
    String body) {

  /** Whether it is for everyone, and so must not show what the service calls the case. */
  boolean isPublic() {
    return access.equals("PUBLIC");
  }

  /** The words in which it speaks; those of a partnership would tell the place. */
  OwnWords words(Partnership partnership) {
    return namesNoPlace ? OwnWords.NONE : partnership.words();
  }

  /** Its title as a partnership says it. */
  String title(Partnership partnership) {
    return words(partnership).in(title);
  }

  /** Its subject line as a partnership says it. */
  String subject(String reference, Partnership partnership) {
    return words(partnership)
        .in(subject)
        .replace("{reference}", reference)
        .replace("{partnership}", partnership.shortName());
  }
}
