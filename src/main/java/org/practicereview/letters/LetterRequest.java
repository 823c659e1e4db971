package org.practicereview.letters;

import java.util.List;

/**
 * Asks for a letter to be written to every recipient of some kinds.
 *
 * @param caseReference the case
 * @param template id of the template, for example {@code referral/decision}
 * @param recipients kinds of recipient: {@code referrer}, {@code agency}, {@code return-author},
 *     {@code agency-senior-manager}, {@code agency-member}, {@code agency-members}, {@code
 *     asked-agencies}, {@code involved-senior-managers}, {@code all-agencies}, {@code partners},
 *     {@code rows:} and the fact whose rows name them, {@code all-rows:}, the same and a fact that
 *     lists whom to leave out, {@code chosen-rows:}, the same and a fact that lists who is meant,
 *     {@code agencies-in-review}, {@code agencies-of:} and the fact that names them, or a role or
 *     national body that the partnership's profile has a mailbox for; {@code among:}, the name of
 *     an {@link Audience} and one of these kinds mean those of the kind who belong to it
 * @param scope agency or partner that the letter is about, or empty
 * @param needsApproval whether a person must approve it before it goes
 * @param enclosures kinds of document of the case to enclose; those it does not have are left out
 * @param about clock rule the letter is about, or empty
 * @param key what makes this request this request: asked again with the same key, nothing new is
 *     written
 * @param by user id, or {@code system}
 * @param gathering lets a notice wait for others to the same person; null where it goes by itself
 */
public record LetterRequest(
    String caseReference,
    String template,
    List<String> recipients,
    String scope,
    boolean needsApproval,
    List<String> enclosures,
    String about,
    String key,
    String by,
    Gathering gathering) {

  /** A letter or notice that goes by itself. */
  public LetterRequest(
      String caseReference,
      String template,
      List<String> recipients,
      String scope,
      boolean needsApproval,
      List<String> enclosures,
      String about,
      String key,
      String by) {
    this(
        caseReference,
        template,
        recipients,
        scope,
        needsApproval,
        enclosures,
        about,
        key,
        by,
        null);
  }

  public LetterRequest {
    recipients = List.copyOf(recipients);
    enclosures = List.copyOf(enclosures);
  }
}
