package org.practicereview.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseClosed;
import org.practicereview.casefile.CaseDays;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.MeetingsChanged;
import org.practicereview.casefile.NewDocument;
import org.practicereview.letters.InvitationFile.Meeting;
import org.practicereview.letters.InvitationFile.Version;
import org.practicereview.letters.MeetingsInvited.Invited;
import org.practicereview.outbox.Attachment;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutgoingMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells those who have a meeting in their calendar that it does not take place: when it is taken
 * out of the dates of a review, and when the case is closed or withdrawn. Each is told once, in one
 * mail for all their meetings, with a file that takes them out (RFC 5546). Neither names anyone.
 */
@Component
class MeetingsDropped {

  private static final String MEDIA_TYPE = "text/calendar;charset=UTF-8;method=CANCEL";
  private static final String TITLE = "A meeting does not take place";

  private final MeetingsInvited invited;
  private final CaseDays days;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Documents documents;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock;

  MeetingsDropped(
      MeetingsInvited invited,
      CaseDays days,
      CaseFiles cases,
      Partnerships partnerships,
      Documents documents,
      Outbox outbox,
      AuditTrail audit,
      Clock clock) {
    this.invited = invited;
    this.days = days;
    this.cases = cases;
    this.partnerships = partnerships;
    this.documents = documents;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @EventListener
  void changed(MeetingsChanged event) {
    Set<String> stand =
        days.of(event.caseReference()).stream()
            .map(CaseDays.Day::meeting)
            .collect(Collectors.toSet());
    cancel(event.caseReference(), one -> !stand.contains(one.meeting()));
  }

  @EventListener
  void closed(CaseClosed event) {
    cancel(event.caseReference(), any -> true);
  }

  private void cancel(String caseReference, Predicate<Invited> dropped) {
    int sequence =
        Math.max(invited.lastSequence(caseReference) + 1, (int) LocalDate.now(clock).toEpochDay());
    Map<String, List<Invited>> byReader = new TreeMap<>();
    invited.ahead(caseReference).stream()
        .filter(dropped)
        .filter(one -> invited.cancel(caseReference, one, sequence))
        .forEach(one -> byReader.computeIfAbsent(one.address(), any -> new ArrayList<>()).add(one));
    byReader.values().forEach(meetings -> tell(caseReference, meetings, sequence));
  }

  private void tell(String caseReference, List<Invited> meetings, int sequence) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    Document file = file(caseReference, partnership, meetings, sequence);
    Invited reader = meetings.get(0);
    boolean one = meetings.size() == 1;
    outbox.enqueue(
        new OutgoingMail(
            "meetings-dropped:" + UUID.randomUUID(),
            caseReference,
            partnership.id(),
            TITLE,
            partnership.mailbox("business-manager"),
            partnership.name(),
            reader.address(),
            reader.role(),
            caseReference + (one ? ": a meeting is cancelled" : ": meetings are cancelled"),
            text(caseReference, partnership, meetings),
            List.of(new Attachment(file.name(), file.mediaType(), file.id()))));
    audit.record(
        caseReference,
        AuditTrail.SYSTEM,
        "%s is told that %s not take place: %s."
            .formatted(
                reader.role(),
                one ? "a meeting does" : "meetings do",
                listed(partnership, meetings)));
  }

  private static String text(
      String caseReference, Partnership partnership, List<Invited> meetings) {
    boolean one = meetings.size() == 1;
    String telephone = partnership.setting("telephone");
    return """
        %s

        %s

        The attached file takes %s out of your calendar. If you asked others to come, please tell them.

        If you have questions, answer this e-mail%s. Our reference is %s.
        """
        .formatted(
            one ? "This meeting will not take place:" : "These meetings will not take place:",
            listed(partnership, meetings).replace("; ", "\n"),
            one ? "it" : "them",
            telephone.isEmpty() ? "" : " or call " + telephone,
            caseReference);
  }

  private static String listed(Partnership partnership, List<Invited> meetings) {
    return meetings.stream()
        .map(
            meeting ->
                CaseDays.inWords(meeting.kind(), partnership.words())
                    + ", "
                    + PlainFacts.day(meeting.on()))
        .collect(Collectors.joining("; "));
  }

  private Document file(
      String caseReference, Partnership partnership, List<Invited> meetings, int sequence) {
    byte[] content =
        InvitationFile.of(
            caseReference,
            partnership.name(),
            partnership.mailbox("business-manager"),
            meetings.stream()
                .map(
                    one ->
                        new Meeting(
                            CaseDays.inWords(one.kind(), partnership.words()),
                            one.meeting(),
                            one.kind(),
                            one.on(),
                            one.time()))
                .toList(),
            new Version(LocalDate.now(clock), sequence, true));
    return documents.store(
        new NewDocument(
            caseReference,
            InvitationFiles.KIND,
            caseReference + " cancelled.ics",
            MEDIA_TYPE,
            content,
            "PARTNERSHIP",
            "",
            AuditTrail.SYSTEM));
  }
}
