package org.practicereview.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Keeps one connection from reading calendars without end, or from guessing their addresses. */
@Component
class CalendarRate {

  private static final int PER_HOUR = 120;
  private static final int REMEMBERED = 10_000;

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
