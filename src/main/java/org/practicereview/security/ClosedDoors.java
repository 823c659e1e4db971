package org.practicereview.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes doors of the engine's web interface that stand open by default: expressions in queries,
 * the first-run set-up that makes anyone an administrator, every way of writing words into the
 * engine's tables past the forms of the service, and the data of a web application for people who
 * may not use that application.
 */
class ClosedDoors extends OncePerRequestFilter {

  static final String THROUGH_ITS_FORM = "This is done through its form. Nothing was changed.";
  static final String NO_EXPRESSIONS = "Expressions are not allowed in queries.";

  private static final int LARGEST_BODY = 10 * 1024 * 1024;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String ENGINE = "/camunda/api/engine/";
  private static final String SETUP = "/camunda/api/admin/setup";
  private static final JsonFactory JSON = new JsonFactory();

  /** Applied to the path behind the engine's name, for requests that change something. */
  private static final List<Pattern> CLOSED =
      List.of(
          // Variables of anything, in any scope.
          Pattern.compile("(.*/)?(variables|localVariables|variables-async)(/.*)?"),
          Pattern.compile("task/create"),
          Pattern.compile("task/[^/]+"),
          Pattern.compile("task/[^/]+/(complete|resolve|bpmnError|bpmnEscalation)"),
          // A task is taken for oneself, and given back; no one hands it to someone else.
          Pattern.compile("task/[^/]+/(delegate|assignee|identity-links(/.*)?)"),
          Pattern.compile("task/[^/]+/(comment|attachment)(/.*)?"),
          Pattern.compile("process-instance/[^/]+/(modification|modification-async|comment)(/.*)?"),
          Pattern.compile("process-definition/.+/(start|restart|restart-async)"),
          Pattern.compile("(decision-definition/.+/evaluate|condition|message|signal)"),
          Pattern.compile(
              "execution/[^/]+/(signal|trigger|create-incident|messageSubscriptions.*)"),
          Pattern.compile("(modification|external-task|case-.*)(/.*)?"),
          // What is kept, and for how long, is decided in the case file.
          Pattern.compile("history/cleanup.*"),
          Pattern.compile(
              "history/.*(/delete|/set-removal-time|/set-annotation|/clear-annotation)"));

  /** Values that a form shows come from the case file; the engine's own are for Cockpit. */
  private static final Pattern VARIABLES =
      Pattern.compile(
          "(task|execution|process-instance)/[^/]+/(variables|localVariables)(/.*)?"
              + "|variable-instance(/.*)?");

  /** What happened stands on the pages of a case, for those who see the case now. */
  private static final Pattern HISTORY = Pattern.compile("history/.*");

  /** Bodies that the service reads itself, or that are files of models. */
  private static final Pattern NOT_A_QUERY = Pattern.compile("(.*/submit-form|deployment/create)");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith(SETUP)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (isOfClosedApplication(path, request)) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, "You may not use this application.");
    } else if (path.startsWith(ENGINE)) {
      engine(behindEngineName(path), request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void engine(
      String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean changing = !READING.contains(request.getMethod().toUpperCase(Locale.ROOT));
    if (changing && isClosed(path, request.getMethod())) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, THROUGH_ITS_FORM);
      return;
    }
    if (VARIABLES.matcher(path).matches() && !mayUse("cockpit", request)) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, "This is shown in its form only.");
      return;
    }
    if (HISTORY.matcher(path).matches() && isSignedIn(request) && !mayUse("cockpit", request)) {
      noHistory(path, response);
      return;
    }
    if (Collections.list(request.getParameterNames()).stream()
        .anyMatch(ClosedDoors::isExpression)) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, NO_EXPRESSIONS);
      return;
    }
    if (!changing || NOT_A_QUERY.matcher(path).matches()) {
      chain.doFilter(new BoundedQuery(request), response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "This is too large.");
    } else if (holdsExpression(body)) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, NO_EXPRESSIONS);
    } else {
      chain.doFilter(new BoundedQuery(new ReadRequest(request, body)), response);
    }
  }

  /**
   * The engine remembers for good who was offered a task, and would show its history to them after
   * they have lost sight of the case.
   */
  private static void noHistory(String path, HttpServletResponse response) throws IOException {
    if (!path.matches("history/[^/]+(/(count|report|statistics))?")) {
      refuse(
          response, HttpServletResponse.SC_NOT_FOUND, "There is nothing like that for you here.");
      return;
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getWriter().write(path.endsWith("/count") ? "{\"count\":0}" : "[]");
  }

  private static boolean isClosed(String path, String method) {
    if (path.matches("task/[^/]+") && method.equals("POST")) {
      // A query such as task/count; single tasks are changed with PUT and DELETE.
      return path.equals("task/create");
    }
    return CLOSED.stream().anyMatch(closed -> closed.matcher(path).matches())
        || method.equals("DELETE") && HISTORY.matcher(path).matches();
  }

  /**
   * The plug-in addresses of Cockpit and Admin answer everyone who is signed in, whatever
   * applications they may use.
   */
  private static boolean isOfClosedApplication(String path, HttpServletRequest request) {
    return Stream.of("cockpit", "admin")
        .anyMatch(
            application -> {
              String plugins = "/camunda/api/" + application + "/plugin/";
              return path.startsWith(plugins)
                  && !path.matches(Pattern.quote(plugins) + "[^/]+/static/.*")
                  && isSignedIn(request)
                  && !mayUse(application, request);
            });
  }

  private static boolean mayUse(String application, HttpServletRequest request) {
    return people(request).anyMatch(user -> user.isAuthorizedForApp(application));
  }

  private static boolean isSignedIn(HttpServletRequest request) {
    return people(request).findAny().isPresent();
  }

  private static Stream<UserAuthentication> people(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Stream.empty()
        : AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream();
  }

  /** From {@code /camunda/api/engine/engine/default/task/1/} to {@code task/1}. */
  private static String behindEngineName(String path) {
    String rest = path.substring(ENGINE.length()).replaceFirst("^engine/[^/]+/?", "");
    return rest.replaceFirst("/+$", "");
  }

  private static boolean isExpression(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("expression");
  }

  private static boolean holdsExpression(byte[] body) {
    try (JsonParser json = JSON.createParser(body)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && isExpression(json.currentName())) {
          return true;
        }
      }
      return false;
    } catch (JsonProcessingException e) {
      // Broken, or no JSON at all: nothing that could be checked, so nothing that is let in.
      return true;
    } catch (IOException e) {
      throw new IllegalStateException("An array in memory cannot fail to be read", e);
    }
  }

  static void refuse(HttpServletResponse response, int status, String message) throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write("{\"type\":\"Refused\",\"message\":\"" + message + "\"}");
  }
}
