package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clocks of cases.
 *
 * <p>Every verb takes the user id of who does it ({@code system} for the service), writes the audit
 * trail, and refuses what makes no sense with {@link ClockRefused}. Dates are London dates.
 */
public interface Clocks {

  /**
   * Starts a clock from the date that its rule names. One that runs already from that date is left
   * as it is; one that runs from another date is corrected to this one.
   *
   * @throws ClockRefused if the rule is unknown, the date is not known or lies in the future, or
   *     the partnership's profile makes a national length longer
   */
  Deadline start(ClockName clock, String by);

  /** Starts a clock from a date that is no fact of the case. */
  Deadline start(ClockName clock, LocalDate from, String by);

  /**
   * Starts a clock that is due on a day that someone has named, such as the day a court has set, in
   * place of the length of its rule.
   *
   * @param dueFact key of the fact that holds the day
   * @throws ClockRefused if the rule is unknown or the day is not known
   */
  Deadline startDueOn(ClockName clock, String dueFact, String by);

  /**
   * Starts one of a row of clocks that follow each other at the same distance: the tenth ends ten
   * lengths after the date, whatever became of the nine before it.
   *
   * @param times which of the row it is, counted from 1
   */
  Deadline start(ClockName clock, LocalDate from, int times, String by);

  /** Notes that what the clock watches was done on that day. */
  Deadline stop(ClockName clock, LocalDate on, String by);

  /** Ends a clock whose matter has fallen away. */
  Deadline cancel(ClockName clock, String reason, String by);

  /** Cancels all open clocks of a case. */
  List<Deadline> cancelAll(String caseReference, String reason, String by);

  /**
   * Gives more time to a clock of local practice.
   *
   * @throws ClockRefused if statute or national guidance sets the date: it stands, and a delay is
   *     explained ({@link #explainDelay})
   */
  Deadline extend(ClockName clock, String reason, LocalDate newDate, String by);

  /** Says why a clock cannot be met and when it will be; the due date stays. */
  Deadline explainDelay(ClockName clock, String reason, LocalDate newDate, String by);

  /**
   * Keeps a date that the Panel has agreed to, beside the due date, which stands.
   *
   * @throws ClockRefused if the clock is one of local practice, or the date is not later than the
   *     due date
   */
  Deadline agree(ClockName clock, AgreedDate date, String by);

  /**
   * Stands a running clock of local practice still from today.
   *
   * @throws ClockRefused if statute or national guidance sets the date
   */
  Deadline pause(ClockName clock, String reason, String by);

  /** Lets a paused clock run on; it is due later by the days it stood still. */
  Deadline resume(ClockName clock, String reason, String by);

  /** The clocks of a case, in the order they were started. */
  List<Deadline> of(String caseReference);

  /** The latest clock of that name. */
  Optional<Deadline> find(ClockName clock);

  /** In how many cases of all partnerships each clock is open, by the id of its rule. */
  Map<String, Integer> openByRule();

  /** All open clocks of a partnership, the first due first. */
  List<Deadline> open(String partnership);

  /** All open clocks of some cases, the first due first. */
  List<Deadline> openOf(Collection<String> caseReferences);

  /** What was done to a clock, oldest first. */
  List<ClockChange> changes(String clockId);

  /**
   * Why the latest clock of that name is due when it is due.
   *
   * @throws ClockRefused if it was never started
   */
  Explanation explain(ClockName clock);

  /**
   * Why each of these clocks is due when it is due; a case has several of a name once it was
   * reopened.
   */
  List<Explanation> explain(List<Deadline> deadlines);

  /**
   * The rule that holds for a partnership.
   *
   * @throws ClockRefused if there is none, or the partnership's changes to it are not allowed
   */
  Rule rule(String partnership, String rule);

  /** The calendar with all days proclaimed so far. */
  WorkingDayCalendar calendar();

  /** The days proclaimed so far and not taken back, in the order they were entered. */
  List<ProclaimedDay> proclaimed();

  /**
   * Enters a bank holiday that was proclaimed on its own. The open clocks follow in the background,
   * each case at once ({@link #moveDates}). Clocks already met do not move.
   *
   * @return what that does to the open clocks
   */
  List<ClockEffect> proclaim(LocalDate date, String name, String by);

  /**
   * What entering a bank holiday would do to the open clocks; nothing is changed.
   *
   * @throws ClockRefused if the day cannot be entered
   */
  List<ClockEffect> effectOfProclaiming(LocalDate date, String name);

  /**
   * Takes back a bank holiday that was entered wrongly, also while dates are still moved because of
   * it. The open clocks follow in the background. Clocks already met do not move.
   *
   * @param reason why, in words that name no person
   * @return what that does to the open clocks
   */
  List<ClockEffect> takeBack(LocalDate date, String reason, String by);

  /**
   * What taking back a bank holiday would do to the open clocks; nothing is changed.
   *
   * @throws ClockRefused if no such day was entered
   */
  List<ClockEffect> effectOfTakingBack(LocalDate date);

  /**
   * Works the open clocks out again that are behind the calendar, one case in each transaction,
   * unless another node is at it. The service does this by itself every few seconds.
   */
  void moveDates();

  /** How far that is; empty when no clock is behind. */
  Optional<WorkedOut> movedDates();
}
