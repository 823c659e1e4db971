package org.practicereview.pages;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.practicereview.oversight.CalendarEntry;
import org.practicereview.oversight.CalendarEntry.Kind;

/**
 * Writes the calendar as calendar programs read it (iCalendar, RFC 5545): whole days, with the
 * reference of the case and what is due, and nothing about people.
 */
final class CalendarFile {

  private static final int REFRESH_HOURS = 4;

  private CalendarFile() {}

  /**
   * The file.
   *
   * @param words by partnership
   * @param address where the service is reached, without a slash at its end
   */
  static String of(List<CalendarEntry> entries, Map<String, CalendarWords> words, String address) {
    ICalendar calendar = new ICalendar();
    calendar.setVersion(ICalVersion.V2_0);
    calendar.setProductId("-//Practice Review//Calendar//EN");
    calendar.setName("Practice Review");
    calendar.setRefreshInterval(
        new biweekly.util.Duration.Builder()
            .hours((int) Duration.ofHours(REFRESH_HOURS).toHours())
            .build());
    for (CalendarEntry entry : entries) {
      VEvent event = new VEvent();
      event.setUid(uid(entry));
      event.setDateStart(new DateStart(midnight(entry.day()), false));
      event.setDateEnd(new DateEnd(midnight(entry.day().plusDays(1)), false));
      event.setSummary(
          (entry.kind() == Kind.LAW ? "Statutory: " : "")
              + entry.reference()
              + " "
              + words.get(entry.partnership()).of(entry));
      event.setUrl(address + "/case/" + entry.reference());
      event.setTransparency(true);
      calendar.addEvent(event);
    }
    return Biweekly.write(calendar).go();
  }

  /** The library writes whole days in the zone of the machine. */
  private static Date midnight(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
  }

  /** The same for the same thing, so that a calendar program moves it when its day moves. */
  private static String uid(CalendarEntry entry) {
    String meeting = entry.kind() == Kind.MEETING ? entry.day().toString() : "";
    String same =
        String.join(
            "|", entry.reference(), entry.kind().name(), entry.what(), entry.scope(), meeting);
    return UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
