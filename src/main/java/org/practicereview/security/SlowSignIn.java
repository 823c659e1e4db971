package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows whoever guesses passwords: by account and address, by address for all accounts, and by
 * account for all addresses. The longest wait is a minute, and two seconds for an account that is
 * guessed at from everywhere, so that nobody can keep its owner out. Each node counts by itself.
 */
class SlowSignIn extends OncePerRequestFilter {

  private static final Pattern SIGN_IN =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+/?");
  private static final int LARGEST_BODY = 8192;
  private static final int MOST_KEPT = 10_000;
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);

  /** What is counted: how many failures are free, and the longest wait. */
  private enum Kind {
    PAIR(5, 60),
    ADDRESS(50, 60),
    ACCOUNT(20, 2);

    private final int free;
    private final int longest;

    Kind(int free, int longest) {
      this.free = free;
      this.longest = longest;
    }
  }

  private record Key(Kind kind, String who) {}

  private record Failures(int number, Instant last) {

    Instant waitsUntil(Kind kind) {
      int over = number - kind.free;
      return over < 0
          ? Instant.MIN
          : last.plusSeconds(Math.min(kind.longest, 1L << Math.min(over, 10)));
    }
  }

  private final Clock clock;
  private final Map<Key, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
          return size() > MOST_KEPT;
        }
      };

  SlowSignIn(Clock clock) {
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !request.getMethod().equals("POST") || !SIGN_IN.matcher(path).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      ClosedDoors.refuse(
          response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "This is too large.");
      return;
    }
    String account = account(new String(body, StandardCharsets.UTF_8));
    String address = request.getRemoteAddr();
    long seconds = wait(account, address);
    if (seconds > 0) {
      response.setHeader("Retry-After", String.valueOf(seconds));
      ClosedDoors.refuse(
          response,
          429,
          "There were too many wrong passwords. Wait "
              + (seconds == 1 ? "a second" : seconds + " seconds")
              + " and try again.");
      return;
    }
    chain.doFilter(new ReadRequest(request, body), response);
    if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
      failed(account, address);
    } else if (response.getStatus() == HttpServletResponse.SC_OK) {
      synchronized (failures) {
        failures.remove(pair(account, address));
      }
    }
  }

  private long wait(String account, String address) {
    Instant now = clock.instant();
    synchronized (failures) {
      return keys(account, address)
          .filter(failures::containsKey)
          .map(key -> Duration.between(now, failures.get(key).waitsUntil(key.kind())))
          .mapToLong(wait -> wait.isNegative() ? 0 : wait.toSeconds() + 1)
          .max()
          .orElse(0);
    }
  }

  private void failed(String account, String address) {
    Instant now = clock.instant();
    synchronized (failures) {
      keys(account, address)
          .forEach(
              key ->
                  failures.merge(
                      key,
                      new Failures(1, now),
                      (before, first) ->
                          before.last().plus(FORGOTTEN).isBefore(now)
                              ? first
                              : new Failures(before.number() + 1, now)));
    }
  }

  private static Stream<Key> keys(String account, String address) {
    return Stream.of(
        pair(account, address), new Key(Kind.ADDRESS, address), new Key(Kind.ACCOUNT, account));
  }

  private static Key pair(String account, String address) {
    return new Key(Kind.PAIR, account + "\n" + address);
  }

  private static String account(String body) {
    return Stream.of(body.split("&"))
        .filter(field -> field.startsWith("username="))
        .map(field -> decoded(field.substring("username=".length())))
        .map(name -> name.length() > 100 ? name.substring(0, 100) : name)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
