package org.practicereview.deadlines;

import java.util.List;

/**
 * Published, in the same transaction, when a bank holiday was entered or taken back: each
 * partnership must be told.
 *
 * @param what happened, a sentence without its full stop
 * @param effects the open clocks that move; they follow in the background
 */
public record CalendarChanged(String what, List<ClockEffect> effects) {}
