package org.practicereview.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.Scope;
import org.practicereview.partnership.OwnWords;
import org.practicereview.partnership.Partnership;

/** Says codes and dates the way a person reads them. */
public class PlainWords {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

  private final Partnership partnership;

  PlainWords(Partnership partnership) {
    this.partnership = partnership;
  }

  /** The words of the partnership. */
  OwnWords own() {
    return partnership.words();
  }

  /** What the service says itself, in the words of the partnership. */
  public String say(String written) {
    return own().in(written);
  }

  /** A day, or a dash. */
  public String day(LocalDate date) {
    return date == null ? "–" : DAY.format(date);
  }

  /** The day of a moment in local time, or a dash. */
  public String day(Instant at) {
    return at == null ? "–" : DAY.format(at.atZone(LONDON));
  }

  /** How late something is, or how long there is for it. */
  public String late(LocalDate due, LocalDate today) {
    long days = ChronoUnit.DAYS.between(due, today);
    if (days == 0) {
      return "due today";
    }
    String many = Math.abs(days) == 1 ? "1 day" : Math.abs(days) + " days";
    return days > 0 ? many + " late" : "due in " + many;
  }

  /** A moment in local time. */
  public String moment(Instant at) {
    return at == null ? "–" : MOMENT.format(at.atZone(LONDON));
  }

  /** A code such as {@code head-of-safeguarding} or {@code incidentOn} as words. */
  public String code(String code) {
    String words =
        code.replace('-', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.UK);
    return words.isEmpty()
        ? ""
        : say(words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1));
  }

  /** The groups who may do something. */
  public String groups(List<String> groups) {
    return groups.stream().map(this::group).collect(Collectors.joining(", "));
  }

  /** The partnership as people call it. */
  public String partnership() {
    return partnership.shortName();
  }

  /** A group who may do something: a role, or an agency. */
  public String group(String id) {
    String prefix = partnership.id() + ".";
    return id.startsWith(prefix) ? agency(id.substring(prefix.length())) : code(id);
  }

  /** The name of an agency, or which partner a scope means. */
  public String agency(String code) {
    if (code.startsWith(CaseRecords.PARTNER)) {
      return code("safeguarding partner " + code.substring(CaseRecords.PARTNER.length()));
    }
    return partnership.agencies().stream()
        .filter(agency -> agency.code().equals(code))
        .map(agency -> agency.name())
        .findFirst()
        .orElseGet(() -> code(Scope.plain(code)));
  }
}
