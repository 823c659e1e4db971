package org.practicereview.deadlines;

import java.time.LocalDate;

/**
 * A rule and the dates that it counts from in a case.
 *
 * @param rule of the partnership
 * @param from the date it counts from
 * @param guidance how guidance counts, where that is another way; otherwise null
 */
record CountedRule(Rule rule, LocalDate from, Counting guidance) {

  static CountedRule from(Rule rule, LocalDate from) {
    return new CountedRule(rule, from, null);
  }
}
