package org.practicereview.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.practicereview.casefile.CaseDays;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.letters.InvitationFile.Meeting;
import org.practicereview.letters.InvitationFile.Version;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * The calendar file that goes with a letter to a meeting. It holds the days that the letter tells,
 * and no others: a day that was changed after the letter was written, or taken out of its words, is
 * left out.
 */
@Component
class InvitationFiles {

  static final String KIND = "calendar-file";

  private static final String MEDIA_TYPE = "text/calendar;charset=UTF-8;method=PUBLISH";

  private final LetterTemplates templates;
  private final CaseDays days;
  private final Documents documents;
  private final Partnerships partnerships;
  private final MeetingsInvited invited;
  private final Clock clock;

  InvitationFiles(
      LetterTemplates templates,
      CaseDays days,
      Documents documents,
      Partnerships partnerships,
      MeetingsInvited invited,
      Clock clock) {
    this.invited = invited;
    this.templates = templates;
    this.days = days;
    this.documents = documents;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /** Whether a letter goes with such a file; one that is posted does not. */
  boolean goWith(Letter letter, String body) {
    return letter.address() != null && !meetings(letter, body).isEmpty();
  }

  /** Keeps the file of a letter among the documents of the case; the same file only once. */
  Optional<Document> keep(Letter letter, String body, String by) {
    if (!goWith(letter, body)) {
      return Optional.empty();
    }
    List<Meeting> meetings = meetings(letter, body);
    int last = Math.max(invited.lastSequence(letter.caseReference()), (int) today().toEpochDay());
    Optional<Document> same = latest(letter, file(letter, meetings, last));
    int sequence =
        same.isPresent() || invited.lastSequence(letter.caseReference()) < last ? last : last + 1;
    invited.note(letter, meetings, sequence);
    return same.isPresent()
        ? same
        : Optional.of(
            documents.store(
                new NewDocument(
                    letter.caseReference(),
                    KIND,
                    letter.caseReference() + " dates.ics",
                    MEDIA_TYPE,
                    file(letter, meetings, sequence),
                    "PARTNERSHIP",
                    "",
                    by)));
  }

  private byte[] file(Letter letter, List<Meeting> meetings, int sequence) {
    Partnership partnership = partnerships.get(letter.partnership());
    return InvitationFile.of(
        letter.caseReference(),
        partnership.name(),
        partnership.mailbox("business-manager"),
        meetings,
        new Version(today(), sequence, false));
  }

  private Optional<Document> latest(Letter letter, byte[] file) {
    return documents.of(letter.caseReference()).stream()
        .filter(document -> document.kind().equals(KIND))
        .reduce((earlier, later) -> later)
        .filter(document -> Arrays.equals(documents.content(document.id()), file));
  }

  private List<Meeting> meetings(Letter letter, String body) {
    List<String> kinds = templates.get(letter.template()).invites();
    if (kinds.isEmpty()) {
      return List.of();
    }
    Partnership partnership = partnerships.get(letter.partnership());
    String told = LetterText.plain(body).replaceAll("\\s+", " ");
    List<Meeting> meetings = new ArrayList<>();
    for (CaseDays.Day day : days.of(letter.caseReference())) {
      if (kinds.contains(day.kind()) && !day.on().isBefore(today()) && isTold(day.on(), told)) {
        meetings.add(
            new Meeting(
                CaseDays.inWords(day.kind(), partnership.words()),
                day.meeting(),
                day.kind(),
                day.on(),
                day.time()));
      }
    }
    return meetings;
  }

  private static boolean isTold(LocalDate day, String told) {
    return Pattern.compile("(?<!\\d)" + Pattern.quote(PlainFacts.day(day))).matcher(told).find();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
