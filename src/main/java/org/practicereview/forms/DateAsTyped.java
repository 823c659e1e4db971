package org.practicereview.forms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** A date as people in England write it: day, month, year. */
final class DateAsTyped {

  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK).withResolverStyle(ResolverStyle.STRICT);

  private DateAsTyped() {}

  /** The date in ISO form; what is no date, or stands in that form already, as it was typed. */
  static String iso(String typed) {
    try {
      return LocalDate.parse(typed.strip().replaceAll("\\s*[/. -]\\s*", "/"), TYPED).toString();
    } catch (DateTimeParseException e) {
      return typed;
    }
  }
}
