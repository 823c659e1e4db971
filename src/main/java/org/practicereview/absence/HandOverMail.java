package org.practicereview.absence;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.absence.Colleagues.Colleague;
import org.practicereview.outbox.MailText;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutgoingMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells people that work goes to them or from them; says nothing of the cases. */
@Component
class HandOverMail {

  private static final String OF_THE_SERVICE = "";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final Outbox outbox;
  private final Partnerships partnerships;
  private final String address;

  HandOverMail(
      Outbox outbox,
      Partnerships partnerships,
      @Value("${practice-review.address}") String address) {
    this.outbox = outbox;
    this.partnerships = partnerships;
    this.address = address.replaceAll("/+$", "");
  }

  /**
   * Tells the colleague, and the business manager where someone else has to be named on cases.
   *
   * @param namedOn references of the cases on which the person is named
   */
  void covering(Absence absence, Colleague person, Colleague cover, List<String> namedOn) {
    send(
        absence.partnership(),
        cover,
        "You cover for a colleague",
        "%s is away from %s to %s and has asked you to do their work. You see it under My work:\n%s/my-work"
            .formatted(
                person.name(), DAY.format(absence.from()), DAY.format(absence.until()), address));
    if (!namedOn.isEmpty()) {
      Partnership partnership = partnerships.get(absence.partnership());
      send(
          partnership,
          partnership.mailbox("business-manager"),
          partnership.words().in("Business manager"),
          "A named person is away",
          ("%s is away from %s to %s and is named on cases that their cover does not see: %s.\n"
                  + "If work on these cannot wait, name someone else on the case page.")
              .formatted(
                  person.name(),
                  DAY.format(absence.from()),
                  DAY.format(absence.until()),
                  String.join(", ", namedOn)));
    }
  }

  void coverGone(Absence absence, Optional<Colleague> person) {
    person.ifPresent(
        one ->
            send(
                absence.partnership(),
                one,
                "Your cover has left",
                "The account of the colleague who was to do your work is no longer there. "
                    + "Choose someone else:\n"
                    + address
                    + "/away"));
  }

  /** Tells someone that work has come to them. */
  void given(String partnership, Colleague to, String sentence) {
    send(
        partnership,
        to,
        "Work was handed over to you",
        sentence + " You see it under My work:\n" + address + "/my-work");
  }

  /** Tells someone that their work has gone. */
  void taken(String partnership, Colleague from, String sentence) {
    send(partnership, from, "Your work was handed over", sentence);
  }

  private void send(String partnership, Colleague to, String subject, String text) {
    send(partnerships.get(partnership), to.address(), "the account " + to.userId(), subject, text);
  }

  private void send(
      Partnership partnership, String mailbox, String role, String subject, String text) {
    if (MailText.isAddress(mailbox)) {
      outbox.enqueue(
          new OutgoingMail(
              "hand-over:" + UUID.randomUUID(),
              OF_THE_SERVICE,
              partnership.id(),
              subject,
              partnership.mailbox("business-manager"),
              partnership.name(),
              mailbox,
              role,
              subject,
              text + "\n",
              List.of()));
    }
  }
}
