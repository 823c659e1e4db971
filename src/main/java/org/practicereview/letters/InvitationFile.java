package org.practicereview.letters;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes meetings as calendar programs take them up (iCalendar, RFC 5545; published, RFC 5546):
 * with the reference of the case, what kind of meeting it is, day and time, and nothing that people
 * have typed. The same meetings on the same day give the same file.
 */
final class InvitationFile {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:\\bto\\b|\\buntil\\b|[-–—])\\s*");

  /** An hour below this may mean the afternoon, if nothing says so. */
  private static final int EARLY = 7;

  private InvitationFile() {}

  /**
   * A meeting.
   *
   * @param what kind of meeting, in words
   * @param same tells it from every other meeting, and stays when its day moves
   * @param kind kind of meeting, by its code
   * @param time when it begins, or from when to when, as people write it
   */
  record Meeting(String what, String same, String kind, LocalDate on, String time) {}

  /**
   * Which of several files about a meeting this is.
   *
   * @param on the day on which it is written
   * @param sequence rises with each file that says something else
   * @param cancels whether the meetings do not take place
   */
  record Version(LocalDate on, int sequence, boolean cancels) {}

  /** From when to when; no end where none is told. */
  record Times(LocalTime from, Optional<LocalTime> until) {}

  /**
   * The file.
   *
   * @param mailbox of those who invite
   * @param version tells a calendar program which file is the newer one
   */
  static byte[] of(
      String reference,
      String partnership,
      String mailbox,
      List<Meeting> meetings,
      Version version) {
    ICalendar calendar = new ICalendar();
    calendar.setVersion(ICalVersion.V2_0);
    calendar.setProductId("-//Practice Review//Invitation//EN");
    calendar.setMethod(new Method(version.cancels() ? Method.CANCEL : Method.PUBLISH));
    for (Meeting meeting : meetings) {
      VEvent event = new VEvent();
      event.setUid(
          UUID.nameUUIDFromBytes(meeting.same().getBytes(StandardCharsets.UTF_8)).toString());
      event.setDateTimeStamp(midnight(version.on(), LONDON));
      event.setSequence(version.sequence());
      event.setOrganizer(new Organizer(partnership, mailbox));
      event.setSummary(reference + " " + meeting.what());
      if (version.cancels()) {
        event.setStatus(Status.cancelled());
      } else {
        event.setDescription(
            "The place, and the time if none stands here, are in our letter of the same"
                + " reference.");
      }
      when(event, meeting);
      calendar.addEvent(event);
    }
    return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
  }

  private static void when(VEvent event, Meeting meeting) {
    Optional<Times> times = times(meeting.time());
    if (times.isPresent()) {
      event.setDateStart(at(meeting.on(), times.get().from()), true);
      times.get().until().ifPresent(until -> event.setDateEnd(at(meeting.on(), until), true));
    } else {
      // The library writes whole days in the zone of the machine.
      ZoneId machine = ZoneId.systemDefault();
      event.setDateStart(new DateStart(midnight(meeting.on(), machine), false));
      event.setDateEnd(new DateEnd(midnight(meeting.on().plusDays(1), machine), false));
    }
  }

  private static Date midnight(LocalDate day, ZoneId zone) {
    return Date.from(day.atStartOfDay(zone).toInstant());
  }

  private static Date at(LocalDate day, LocalTime time) {
    return Date.from(day.atTime(time).atZone(LONDON).toInstant());
  }

  /** What a time means that people wrote; empty where it could mean two things, or none. */
  static Optional<Times> times(String written) {
    String[] parts = BETWEEN.split(written.strip(), 2);
    Optional<LocalTime> from = time(parts[0]);
    if (from.isEmpty() || parts.length == 1) {
      return from.map(begins -> new Times(begins, Optional.empty()));
    }
    return time(parts[1])
        .filter(ends -> ends.isAfter(from.get()))
        .map(ends -> new Times(from.get(), Optional.of(ends)));
  }

  private static Optional<LocalTime> time(String written) {
    Matcher read = CLOCK.matcher(written.strip());
    if (!read.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(read.group(1));
    int minute = read.group(2) == null ? 0 : Integer.parseInt(read.group(2));
    String half = read.group(3) == null ? "" : read.group(3).toLowerCase(Locale.ROOT);
    if (minute > 59) {
      return Optional.empty();
    }
    if (half.isEmpty()) {
      boolean clear = read.group(2) != null && hour < 24 && (hour >= EARLY);
      return clear ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
    return hour < 1 || hour > 12
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour % 12 + (half.equals("pm") ? 12 : 0), minute));
  }
}
