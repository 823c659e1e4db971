package org.practicereview.pages;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one connection from reading calendars without end, or from guessing their addresses. */
@Component
class CalendarRate extends RateByAddress {

  private static final int PER_HOUR = 120;

  CalendarRate(JdbcClient jdbc) {
    super(jdbc, "calendar", PER_HOUR);
  }
}
