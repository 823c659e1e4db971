package org.practicereview.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.letters.LetterRequest;
import org.practicereview.letters.Letters;
import org.practicereview.outbox.MailText;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutgoingMail;
import org.practicereview.oversight.Standstill.Kind;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.Role;
import org.springframework.stereotype.Component;

/**
 * Tells people that a case stands still. Administrators have no way to a case, so their mail names
 * model, step and reference of the failure, and nothing of the case.
 */
@Component
class StandstillNews {

  private static final String ADMINISTRATOR = "System administrator";

  private final Outbox outbox;
  private final Letters letters;
  private final Partnerships partnerships;
  private final IdentityService identity;
  private final EngineIdentity caller;

  StandstillNews(
      Outbox outbox,
      Letters letters,
      Partnerships partnerships,
      IdentityService identity,
      EngineIdentity caller) {
    this.outbox = outbox;
    this.letters = letters;
    this.partnerships = partnerships;
    this.identity = identity;
    this.caller = caller;
  }

  /**
   * Writes to every administrator who has an e-mail address, once a day for a case.
   *
   * @return whether there is one
   */
  boolean tellAdministrators(List<Standstill> open, LocalDate day) {
    Standstill first = open.get(0);
    Partnership partnership = partnerships.get(first.partnership());
    String subject = "A case stands still: failure " + first.failure();
    List<User> administrators =
        caller.asService(
            () ->
                identity
                    .createUserQuery()
                    .memberOfGroup(Role.SYSTEM_ADMINISTRATOR.id())
                    .list()
                    .stream()
                    .filter(user -> MailText.isAddress(user.getEmail()))
                    .toList());
    for (User administrator : administrators) {
      outbox.enqueue(
          new OutgoingMail(
              "standstill:" + first.caseReference() + ":" + day + ":" + administrator.getId(),
              first.caseReference(),
              first.partnership(),
              subject,
              partnership.mailbox("business-manager"),
              partnership.name(),
              administrator.getEmail(),
              ADMINISTRATOR,
              subject,
              text(open),
              List.of()));
    }
    return !administrators.isEmpty();
  }

  /** Writes to the business manager of the partnership, in words and with the case's reference. */
  void tellBusinessManager(String reference, boolean administratorTold, Standstill standstill) {
    letters.write(
        new LetterRequest(
            reference,
            administratorTold ? "notices/case-stands-still" : "notices/tell-administrator",
            List.of(Role.BUSINESS_MANAGER.id()),
            "",
            false,
            List.of(),
            "",
            "standstill:" + standstill.id(),
            AuditTrail.SYSTEM));
  }

  private static String text(List<Standstill> open) {
    return """
        A case stands still, and it does not go on by itself.

        %s

        Please put right what is wrong. Cockpit shows the reason beside the incident; increase \
        its number of retries there when the cause is gone.

        The partnership's business manager has been told that the case stands still, and that \
        you know. This mail comes again every morning until the case goes on.
        """
        .formatted(open.stream().map(StandstillNews::lines).collect(Collectors.joining("\n\n")));
  }

  private static String lines(Standstill standstill) {
    if (standstill.kind() == Kind.NO_NEXT_STEP) {
      return "Failure: "
          + standstill.failure()
          + "\nAn open case has neither a task nor a timer, a message to wait for or a step that"
          + " is being done. Ask the business manager which case has this reference in its trail.";
    }
    return "Failure: "
        + standstill.failure()
        + "\nModel: "
        + standstill.model()
        + "\nStep: "
        + standstill.step()
        + " ("
        + standstill.element()
        + ")\nProcess instance in Cockpit: "
        + standstill.processInstance();
  }
}
