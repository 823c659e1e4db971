package org.practicereview.pages;

import org.practicereview.casefile.CaseDays;
import org.practicereview.oversight.CalendarEntry;
import org.practicereview.partnership.OwnWords;
import org.practicereview.partnership.Partnership;

/** Says what stands in the calendar in the words of a partnership; names no one. */
final class CalendarWords {

  private final PlainWords words;
  private final OwnWords own;

  CalendarWords(Partnership partnership) {
    this.words = new PlainWords(partnership);
    this.own = partnership.words();
  }

  /** What is due or happens, without its case. */
  String of(CalendarEntry entry) {
    String what =
        switch (entry.kind()) {
          case LAW, LOCAL -> words.say(entry.what()) + " due";
          case MEETING -> CaseDays.inWords(entry.what(), own);
          case PUBLICATION ->
              entry.what().equals("published") ? "Published" : "May be taken down from this day";
        };
    String agency = entry.scope().isEmpty() ? "" : ", " + words.agency(entry.scope());
    return (entry.time().isEmpty() ? "" : entry.time() + " ") + what + agency;
  }
}
