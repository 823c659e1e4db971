package org.practicereview.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Lets each connection do something so often in an hour, and no more. */
class RateByAddress {

  private static final int REMEMBERED = 10_000;

  private final int perHour;

  /** Whoever sends often stays remembered, however many others come once. */
  private final Cache<String, Bucket> byAddress =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(Duration.ofHours(1)).build();

  RateByAddress(int perHour) {
    this.perHour = perHour;
  }

  boolean allows(String address) {
    return byAddress.get(address, unused -> bucket()).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
        .build();
  }
}
