package org.practicereview.work;

/** The table of local times to act, with what the partnership changes about it. */
public interface TimesToAct {

  /**
   * How soon work of an urgency is done in a partnership.
   *
   * @throws IllegalStateException naming row and column, if the table cannot be used
   */
  TimeToAct of(Urgency urgency, String partnership);
}
