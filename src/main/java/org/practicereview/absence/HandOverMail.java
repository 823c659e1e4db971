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
                  + "If work on these cannot wait, enter who covers under \"Named on this case\" on the page of each case.")
              .formatted(
                  person.name(),
                  DAY.format(absence.from()),
                  DAY.format(absence.until()),
                  String.join(", ", namedOn)));
    }
  }

  /** Tells both that someone covers on a case for which they are named. */
  void coveringOnCase(NamedCover entered, String partnership, Colleague person, Colleague cover) {
    String days =
        "from %s to %s".formatted(DAY.format(entered.from()), DAY.format(entered.until()));
    String page = address + "/case/" + entered.caseReference();
    send(
        partnership,
        cover,
        "You cover for a colleague on a case",
        "You cover for %s on case %s %s. You see the case on these days and on no others:\n%s"
            .formatted(person.name(), entered.caseReference(), days, page));
    send(
        partnership,
        person,
        "A colleague covers for you on a case",
        "%s covers for you on case %s %s. You still see the case."
            .formatted(cover.name(), entered.caseReference(), days));
  }

  /**
   * A cover that ended before its last day.
   *
   * @param begun whether its first day had come, and the cover saw the case
   * @param person what people call whoever is away
   * @param name what people call whoever was to cover
   */
  record EndedCover(NamedCover cover, boolean begun, EarlyEnd end, String person, String name) {

    private String days() {
      return "from %s to %s".formatted(DAY.format(cover.from()), DAY.format(cover.until()));
    }

    private String subject(String what) {
      return what + (begun ? " has ended early" : " does not begin");
    }

    private String sentence(String whom) {
      return begun
          ? "%s no longer covers for %s on case %s: %s. No one covers there now."
              .formatted(name, whom, cover.caseReference(), end.why())
          : "%s does not cover for %s on case %s %s: %s. No one covers there then."
              .formatted(name, whom, cover.caseReference(), days(), end.why());
    }
  }

  /** Tells the business manager, who can enter another. */
  void coverEnded(EndedCover ended, String partnershipId) {
    Partnership partnership = partnerships.get(partnershipId);
    String reference = ended.cover().caseReference();
    send(
        partnership,
        partnership.mailbox("business-manager"),
        partnership.words().in("Business manager"),
        ended.subject("A cover on a case"),
        ended.sentence(ended.person())
            + (ended.end().needed()
                ? "\nIf work cannot wait, enter another cover under \"Named on this case\" on the page of the case:\n%s/case/%s"
                    .formatted(address, reference)
                : ""));
  }

  /** Tells the person who is away, and relies on it. */
  void coverEndedForPerson(EndedCover ended, String partnership, Colleague person) {
    send(
        partnership,
        person,
        ended.subject("Your cover on a case"),
        ended.sentence("you")
            + (ended.end().needed()
                ? partnerships.get(partnership).words().in(" The business manager is told.")
                : ""));
  }

  /** Tells whoever was to cover. */
  void coverEndedForCover(EndedCover ended, String partnership, Colleague cover) {
    String reference = ended.cover().caseReference();
    String why = ended.end().why();
    send(
        partnership,
        cover,
        ended.subject("Your cover for a colleague on a case"),
        ended.begun()
            ? "You no longer cover on case %s: %s. The cover no longer lets you see the case."
                .formatted(reference, why)
            : "You will not cover on case %s %s: %s.".formatted(reference, ended.days(), why));
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
