package org.practicereview.pages;

import org.springframework.stereotype.Component;

/** Keeps one connection from flooding the public referral. */
@Component
class ReferralRate extends RateByAddress {

  private static final int PER_HOUR = 30;

  /** Everyone who types begins one, and a whole council may share an address. */
  private static final int DRAFTS_PER_HOUR = 600;

  private static final int REMEMBERED = 10_000;

  /** Whoever sends often stays remembered, however many others come once. */
  private final Cache<String, Bucket> byAddress =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(Duration.ofHours(1)).build();

  private final Cache<String, Bucket> draftsByAddress =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(Duration.ofHours(1)).build();

  boolean allows(String address) {
    return byAddress.get(address, unused -> bucket(PER_HOUR)).tryConsume(1);
  }

  /** Whether another browser may begin to keep what is typed in it. */
  boolean allowsDraft(String address) {
    return draftsByAddress.get(address, unused -> bucket(DRAFTS_PER_HOUR)).tryConsume(1);
  }

  private static Bucket bucket(int perHour) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
        .build();
  }
}
