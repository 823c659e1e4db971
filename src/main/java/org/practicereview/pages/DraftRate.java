package org.practicereview.pages;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one connection from filling the service with drafts of the public referral. */
@Component
class DraftRate extends RateByAddress {

  /** Everyone who types begins one, and a whole council may share an address. */
  private static final int PER_HOUR = 600;

  DraftRate(JdbcClient jdbc) {
    super(jdbc, "draft", PER_HOUR);
  }
}
