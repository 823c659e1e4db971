package org.practicereview.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The limit of public referrals")
class ReferralRateTest {

  private final ReferralRate rate = new ReferralRate();

  @Test
  @DisplayName("lets thirty an hour through from one address")
  void thirty() {
    for (int sent = 0; sent < 30; sent++) {
      assertThat(rate.allows("192.0.2.1")).isTrue();
    }
    assertThat(rate.allows("192.0.2.1")).isFalse();
    assertThat(rate.allows("192.0.2.2")).isTrue();
  }

  @Test
  @DisplayName("still holds for whoever goes on sending while many others come once")
  void amongManyOthers() {
    int accepted = 0;
    for (int other = 0; other < 30_000; other++) {
      rate.allows("2001:db8::" + Integer.toHexString(other));
      accepted += other % 50 == 0 && rate.allows("192.0.2.1") ? 1 : 0;
    }
    assertThat(accepted).isEqualTo(30);
  }
}
