package org.practicereview.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.practicereview.refusals.Busy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Tells people in plain words that the database did not get to it in time. It stands before
 * everything that asks the database who they are, needs nothing of it itself, and gives back what
 * was typed in a form, to be sent again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class BusyPage extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(BusyPage.class);

  private final ITemplateEngine templates;
  private final ObjectMapper json;

  BusyPage(ITemplateEngine templates, ObjectMapper json) {
    this.templates = templates;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      if (!Busy.is(e) || response.isCommitted()) {
        throw e;
      }
      answer(request, response, number(e));
    }
  }

  /** The number of a fault that is in the log now. */
  static String number(Exception fault) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.warn("The service was busy, fault {}: {}", number, fault.getClass().getName());
    return number;
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, String number)
      throws IOException {
    response.resetBuffer();
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader(HttpHeaders.RETRY_AFTER, "60");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setCharacterEncoding("UTF-8");
    if (readsPages(request)) {
      response.setContentType(MediaType.TEXT_HTML_VALUE);
      templates.process("error/busy", page(request, number), response.getWriter());
    } else {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      json.writeValue(response.getWriter(), Map.of("type", "Busy", "message", Busy.words(number)));
    }
  }

  private static boolean readsPages(HttpServletRequest request) {
    return Objects.toString(request.getHeader(HttpHeaders.ACCEPT), "").contains("text/html")
        && !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/");
  }

  private static Context page(HttpServletRequest request, String number) {
    boolean read = request.getMethod().equals("GET");
    boolean form =
        Objects.toString(request.getContentType(), "")
            .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    Context page = new Context(Locale.UK);
    page.setVariable("fault", number);
    page.setVariable("context", request.getContextPath());
    page.setVariable("address", address(request, read));
    page.setVariable("again", read);
    page.setVariable("files", !read && !form);
    page.setVariable("typed", form ? request.getParameterMap() : null);
    return page;
  }

  private static String address(HttpServletRequest request, boolean read) {
    String query = request.getQueryString();
    return read && query != null ? request.getRequestURI() + "?" + query : request.getRequestURI();
  }
}
