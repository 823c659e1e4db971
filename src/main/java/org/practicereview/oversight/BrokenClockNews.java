package org.practicereview.oversight;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.practicereview.audit.AuditTrail;
import org.practicereview.deadlines.BrokenClockRow;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.outbox.MailText;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutgoingMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells administrators that the table of clocks has a bad row, once for each version of it. */
@Component
class BrokenClockNews {

  private static final String SUBJECT = "The table of clocks has a row that cannot be used";

  private final Outbox outbox;
  private final AuditTrail audit;
  private final Partnerships partnerships;
  private final IdentityService identity;
  private final EngineIdentity caller;

  BrokenClockNews(
      Outbox outbox,
      AuditTrail audit,
      Partnerships partnerships,
      IdentityService identity,
      EngineIdentity caller) {
    this.outbox = outbox;
    this.audit = audit;
    this.partnerships = partnerships;
    this.identity = identity;
    this.caller = caller;
  }

  /** Apart from what was being done when the row was met: that may fail, and this stays. */
  @EventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void met(BrokenClockRow broken) {
    audit.record("", AuditTrail.SYSTEM, SUBJECT + ": " + String.join(", ", broken.clocks()));
    Partnership partnership = partnerships.all().get(0);
    caller
        .asService(
            () ->
                identity
                    .createUserQuery()
                    .memberOfGroup(Role.SYSTEM_ADMINISTRATOR.id())
                    .list()
                    .stream()
                    .filter(user -> MailText.isAddress(user.getEmail()))
                    .toList())
        .forEach(
            administrator ->
                outbox.enqueue(
                    new OutgoingMail(
                        "clock-table:" + broken.version() + ":" + administrator.getId(),
                        "",
                        partnership.id(),
                        SUBJECT,
                        partnership.mailbox("business-manager"),
                        partnership.name(),
                        administrator.getEmail(),
                        "System administrator",
                        SUBJECT,
                        text(broken),
                        List.of())));
  }

  private static String text(BrokenClockRow broken) {
    return """
        The latest table of clocks cannot be used as it stands.

        Clocks: %s
        Version: %s

        They go on as the last good row says.%s All other clocks are not touched. Please correct \
        the table, and deploy it again.
        """
        .formatted(
            broken.clocks().isEmpty() ? "all of them" : String.join(", ", broken.clocks()),
            broken.version(),
            broken.without().isEmpty()
                ? ""
                : " There is none for "
                    + String.join(", ", broken.without())
                    + ", which cannot be started until then.");
  }
}
