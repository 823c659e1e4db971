package org.practicereview.oversight;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FileFoundInfected;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.outbox.MailText;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutgoingMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who sent a file, and the business manager, that it is infected and opens for no one. */
@Component
class InfectedFileNews {

  private static final String SUBJECT = "A file that you sent is infected";

  private final Outbox outbox;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final IdentityService identity;
  private final EngineIdentity caller;

  InfectedFileNews(
      Outbox outbox,
      CaseFiles cases,
      Partnerships partnerships,
      IdentityService identity,
      EngineIdentity caller) {
    this.outbox = outbox;
    this.cases = cases;
    this.partnerships = partnerships;
    this.identity = identity;
    this.caller = caller;
  }

  @EventListener
  void tell(FileFoundInfected file) {
    Partnership partnership = partnerships.get(cases.get(file.caseReference()).partnership());
    String manager = partnership.mailbox(Role.BUSINESS_MANAGER.id());
    outbox.enqueue(
        mail(
            file,
            partnership,
            manager,
            Role.BUSINESS_MANAGER.title(),
            "An uploaded file is infected"));
    sender(file.by())
        .map(User::getEmail)
        .filter(MailText::isAddress)
        .forEach(
            address ->
                outbox.enqueue(mail(file, partnership, address, "Sender of the file", SUBJECT)));
  }

  private Stream<User> sender(String userId) {
    return Stream.ofNullable(
        caller.asService(() -> identity.createUserQuery().userId(userId).singleResult()));
  }

  private static OutgoingMail mail(
      FileFoundInfected file,
      Partnership partnership,
      String recipient,
      String who,
      String subject) {
    return new OutgoingMail(
        "infected:" + file.documentId() + ":" + who,
        file.caseReference(),
        partnership.id(),
        "A file is infected",
        partnership.mailbox(Role.BUSINESS_MANAGER.id()),
        partnership.name(),
        recipient,
        who,
        subject,
        """
        A virus was found in a file in the case %s. The file opens for no one.

        The page of the case names the file and the person who sent it. Do not open your own copy \
        of it. Tell your IT support, and send a clean copy.
        """
            .formatted(file.caseReference()),
        List.of());
  }
}
