package org.practicereview.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case that runs already, as a row of the spreadsheet tells it.
 *
 * @param row number of the row as the spreadsheet shows it
 * @param reference its own reference, or empty
 * @param child the child's name
 * @param dates by column; a day that was not given is missing
 * @param agencies codes
 * @param reviewer account of the lead reviewer, or empty
 * @param reviewerName what the reviewer is called, or empty
 * @param due the next date of law or guidance as the service counts it, or null
 * @param dueName what is due then; empty if nothing is
 */
record RunningCase(
    int row,
    String reference,
    Stage stage,
    String child,
    String pseudonym,
    String notificationReference,
    Map<Column, LocalDate> dates,
    List<String> agencies,
    String reviewer,
    String reviewerName,
    LocalDate due,
    String dueName) {

  Optional<LocalDate> on(Column column) {
    return Optional.ofNullable(dates.get(column));
  }
}
