package org.practicereview.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.practicereview.deadlines.Deadline;

/**
 * A case as the list shows it to one person.
 *
 * @param outcome code of how it ended, or null
 * @param pseudonym of the child, or null where there is none yet or the person may not know it
 * @param header whether the person sees more than the part of their own agency
 * @param urgency {@code Act now}, {@code Stands still}, {@code Critically overdue}, {@code
 *     Overdue}, {@code Due soon}, {@code Not due yet}, {@code No date} or {@code Closed}
 * @param standsStill whether a step of the case has failed for good
 * @param work what is to be done, as far as the person may know, the most urgent first
 * @param next the clock of law or national guidance that runs out first, or null
 * @param group what it is put together with others by; empty if by nothing
 * @param alike how many cases there are in that group, on all pages
 */
public record ListedCase(
    String reference,
    String partnership,
    boolean open,
    String outcome,
    String pseudonym,
    boolean header,
    String urgency,
    boolean standsStill,
    List<OpenWork> work,
    Deadline next,
    Instant openedAt,
    Instant closedAt,
    String group,
    int alike) {

  /** What is to be done first, or null. */
  public OpenWork step() {
    return work.isEmpty() ? null : work.get(0);
  }

  /** The day law or national guidance sets, or null. */
  public LocalDate dueOn() {
    return next == null ? null : next.dueOn();
  }
}
