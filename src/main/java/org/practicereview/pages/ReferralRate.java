package org.practicereview.pages;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Keeps one connection from flooding the public referral. */
@Component
class ReferralRate {

  private static final int PER_HOUR = 30;
  private static final int REMEMBERED = 10_000;

  private final Map<String, Bucket> byAddress = new ConcurrentHashMap<>();

  boolean allows(String address) {
    if (byAddress.size() > REMEMBERED) {
      byAddress.clear();
    }
    return byAddress.computeIfAbsent(address, unused -> bucket()).tryConsume(1);
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(PER_HOUR).refillGreedy(PER_HOUR, Duration.ofHours(1)))
        .build();
  }
}
