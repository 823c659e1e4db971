package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows whoever guesses passwords, and says how long they have to wait. */
class SlowSignIn extends OncePerRequestFilter {

  private static final Pattern SIGN_IN =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+/?");
  private static final int LARGEST_BODY = 8192;

  private final WrongPasswords wrong;

  SlowSignIn(WrongPasswords wrong) {
    this.wrong = wrong;
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
    String address =
        ClientAddress.read(request.getRemoteAddr())
            .map(ClientAddress::client)
            .orElse(request.getRemoteAddr());
    long seconds = wrong.wait(account, address);
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
    wrong.tried(account, address);
    int status = HttpServletResponse.SC_UNAUTHORIZED;
    try {
      chain.doFilter(new ReadRequest(request, body), response);
      status = response.getStatus();
    } finally {
      if (status != HttpServletResponse.SC_UNAUTHORIZED) {
        wrong.takeBack(account, address);
      }
      if (status == HttpServletResponse.SC_OK) {
        wrong.forget(account, address);
      }
    }
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
