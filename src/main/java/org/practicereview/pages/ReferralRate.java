package org.practicereview.pages;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one connection from flooding the public referral. */
@Component
class ReferralRate extends RateByAddress {

  private static final int PER_HOUR = 30;

  ReferralRate(JdbcClient jdbc) {
    super(jdbc, "referral", PER_HOUR);
  }
}
