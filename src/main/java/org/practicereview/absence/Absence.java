package org.practicereview.absence;

import java.time.LocalDate;

/**
 * Someone is away, and a colleague does their work in one partnership.
 *
 * @param userId who is away
 * @param cover user id of the colleague
 * @param from first day away (Europe/London)
 * @param until last day away
 */
public record Absence(
    String id, String partnership, String userId, String cover, LocalDate from, LocalDate until) {

  /** Whether the two share a day. */
  boolean meets(LocalDate otherFrom, LocalDate otherUntil) {
    return !from.isAfter(otherUntil) && !until.isBefore(otherFrom);
  }

  /** Whether it lasts on a day. */
  public boolean isOn(LocalDate day) {
    return meets(day, day);
  }
}
