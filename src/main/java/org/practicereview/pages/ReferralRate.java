package org.practicereview.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Keeps one connection from flooding the public referral. */
@Component
class ReferralRate {

  private static final int PER_HOUR = 30;
  private static final int REMEMBERED = 10_000;

  /** Whoever sends often stays remembered, however many others come once. */
  private final Cache<String, Bucket> byAddress =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(Duration.ofHours(1)).build();

  boolean allows(String address) {
    return byAddress.get(address, unused -> bucket()).tryConsume(1);
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(PER_HOUR).refillGreedy(PER_HOUR, Duration.ofHours(1)))
        .build();
  }
}
