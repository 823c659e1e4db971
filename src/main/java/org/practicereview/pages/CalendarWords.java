package org.practicereview.pages;

import org.practicereview.oversight.CalendarEntry;
import org.practicereview.partnership.Partnership;

/** Says what stands in the calendar in the words of a partnership; names no one. */
final class CalendarWords {

  private final PlainWords words;

  CalendarWords(Partnership partnership) {
    this.words = new PlainWords(partnership);
  }

  /** What is due or happens, without its case. */
  String of(CalendarEntry entry) {
    String what =
        switch (entry.kind()) {
          case LAW, LOCAL -> words.say(entry.what()) + " due";
          case MEETING -> meeting(entry.what());
          case PUBLICATION ->
              entry.what().equals("published") ? "Published" : "May be taken down from this day";
        };
    String agency = entry.scope().isEmpty() ? "" : ", " + words.agency(entry.scope());
    return (entry.time().isEmpty() ? "" : entry.time() + " ") + what + agency;
  }

  private String meeting(String kind) {
    return switch (kind) {
      case "team" -> words.say("Meeting of the review team");
      case "practitioners" -> words.say("Practitioner session");
      case "quality" -> "Quality assurance";
      case "sign-off" -> "Sign-off";
      case "set-up" -> "Set-up meeting for the chronologies";
      case "briefing" -> "Learning briefing";
      default -> "Learning event";
    };
  }
}
