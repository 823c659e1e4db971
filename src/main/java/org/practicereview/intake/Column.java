package org.practicereview.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A column of the spreadsheet. */
enum Column {
  REFERENCE(
      "Reference",
      "Leave empty, and the service gives one. Your own has letters, digits and hyphens, and a"
          + " number. It must not name anyone."),
  STAGE("Stage", "Choose from the list. The sheet \"Stages\" says what each means."),
  CHILD("Child's name", "As in a referral. Only those who may know the child see it."),
  BORN("Child's date of birth", "Leave empty if it is not known."),
  PSEUDONYM("Pseudonym", "Needed from the stage Drafting on."),
  INCIDENT("Incident on", "Day of the incident."),
  AWARE("Local authority aware on", "Five working days for the notification count from it."),
  NOTIFIED("Notification sent on", "Fifteen working days for the rapid review count from it."),
  SIN("Notification reference", "The number that the notification was given."),
  AGENCIES("Agencies", "Agencies in the case, by name or code, with semicolons between."),
  REPORT_SENT("Rapid review report sent on", "From the stage Awaiting the Panel on."),
  DECIDED("Review decided on", "Six months count from it. From the stage Review begun on."),
  REVIEWER(
      "Reviewer",
      "Account or full name of someone with this role who leads the review. Needed at the stage Drafting."),
  SIGNED_OFF("Report signed off on", "At the stage Publication."),
  PLANNED("Publication planned on", "Leave empty if no day is planned."),
  DUE("Next statutory date", "The date you work to now. The service compares it with its own.");

  private final String heading;
  private final String help;

  Column(String heading, String help) {
    this.heading = heading;
    this.help = help;
  }

  String heading() {
    return heading;
  }

  String help() {
    return help;
  }

  boolean isDate() {
    return heading.endsWith(" on") || this == BORN || this == DUE;
  }

  static Optional<Column> of(String typed) {
    String plain = letters(typed);
    return Arrays.stream(values()).filter(one -> letters(one.heading).equals(plain)).findFirst();
  }

  private static String letters(String words) {
    return words.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.UK);
  }
}
