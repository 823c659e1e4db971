package org.practicereview.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends whoever uploads more than the server reads back to the page it was for, which says how
 * large a file may be. It has to stand before everything else: the server reads nothing of such a
 * request, not even the token against requests from elsewhere, so that it would be refused for the
 * lack of that token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TooLargeUploads extends OncePerRequestFilter {

  private static final Pattern UPLOAD =
      Pattern.compile(
          "(?<page>/case/[^/]+/chronology|/cases/running)/[^/]+"
              + "|(?<proposal>/models/proposals(/[^/]+(?=/files))?)(/files)?");

  private final long largest;

  TooLargeUploads(MultipartProperties multipart) {
    largest = multipart.getMaxRequestSize().toBytes();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher upload = UPLOAD.matcher(request.getServletPath());
    if (request.getContentLengthLong() > largest && upload.matches()) {
      String page = upload.group("page") == null ? upload.group("proposal") : upload.group("page");
      response.sendRedirect(request.getContextPath() + page + "?tooLarge");
    } else {
      chain.doFilter(request, response);
    }
  }
}
