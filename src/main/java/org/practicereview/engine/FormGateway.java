package org.practicereview.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.practicereview.engine.SentReferrals.Received;
import org.practicereview.forms.FormRefused;
import org.practicereview.refusals.Busy;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Answers the calls that Tasklist makes for a form, in front of the engine's own web interface,
 * which would pass everything typed on to the engine's tables, refuse long text and check nothing.
 * It stands behind the web applications' sign-in and cross-site checks.
 */
class FormGateway extends OncePerRequestFilter {

  private static final String DONE_ALREADY =
      "Someone else completed this task at the same moment. What you typed was not stored.";
  private static final String FOR_YOURSELF =
      "You can take a task for yourself only. Nothing was changed.";
  private static final String SENT_ALREADY =
      "This form was sent already and opened case %s. What was changed since then was not taken."
          + " If this is another incident, send it once more.";

  /** The mark of an opened start form; see {@code form-fields.js}. */
  private static final String ONCE = "X-Form-Once";

  private static final Logger LOG = LoggerFactory.getLogger(FormGateway.class);
  private static final Pattern TASK =
      Pattern.compile(
          "/camunda/api/engine/engine/default/task/([^/]+)/(form-variables|submit-form|deployed-form|claim)");
  private static final Pattern START =
      Pattern.compile(
          "/camunda/api/engine/engine/default/process-definition/([^/]+)/(form-variables|submit-form|deployed-start-form)");

  private final CaseForms forms;
  private final StartPlaces places;
  private final SentReferrals sent;
  private final EngineIdentity identity;
  private final FormJson json = new FormJson();

  FormGateway(CaseForms forms, StartPlaces places, SentReferrals sent, EngineIdentity identity) {
    this.forms = forms;
    this.places = places;
    this.sent = sent;
    this.identity = identity;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = plainPath(request);
    Matcher task = TASK.matcher(path);
    Matcher start = START.matcher(path);
    boolean isTask = task.matches();
    if (!isTask && !start.matches() && path.matches(".*/(submit-form|claim)")) {
      refuse(response, 404, "NotFound", "There is no such form. Nothing was changed.", Map.of());
      return;
    }
    if (!isTask && !start.matches()) {
      chain.doFilter(request, response);
      return;
    }
    // A link on a strange page sends a GET with the reader's cookies, past the cross-site checks.
    if (path.matches(".*/(submit-form|claim)") && !request.getMethod().equals("POST")) {
      refuse(response, 405, "NotAllowed", "This is sent with POST.", Map.of());
      return;
    }
    if (identity.user().isEmpty()) {
      refuse(response, 401, "NotSignedIn", "Please sign in again. Nothing was changed.", Map.of());
      return;
    }
    try {
      if (isTask) {
        answerTask(task.group(1), task.group(2), request, response);
      } else {
        answerStart(start.group(1), start.group(2), request, response);
      }
    } catch (FormRefused e) {
      refuse(response, 400, "FormRefused", e.getMessage(), e.fields());
    } catch (Refused e) {
      refuse(response, 409, "Refused", e.getMessage() + ". Nothing was changed.", Map.of());
    } catch (JsonProcessingException e) {
      refuse(response, 400, "FormRefused", "The form could not be read.", Map.of());
    } catch (FormJson.TooLarge e) {
      refuse(response, 413, "FormRefused", "The form is too large. Files may be 10 MB.", Map.of());
    } catch (NotThere e) {
      refuse(response, 404, "NotYourTask", e.getMessage() + ". Nothing was changed.", Map.of());
    } catch (AuthorizationException e) {
      refuse(response, 403, "NotAllowed", "You may not do this. Nothing was changed.", Map.of());
    } catch (TaskTaken e) {
      refuse(response, 409, "Taken", e.getMessage(), Map.of());
    } catch (OptimisticLockingException e) {
      refuse(response, 409, "DoneAlready", DONE_ALREADY, Map.of());
    } catch (RuntimeException e) {
      answerFault(isTask ? task.group(1) : "", response, e);
    }
  }

  /** The path without the disguises under which the engine would still know it. */
  private static String plainPath(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return UriUtils.decode(path, StandardCharsets.UTF_8)
        .replaceAll(";[^/]*", "")
        .replaceAll("/{2,}", "/")
        .replaceFirst("/$", "");
  }

  private void answerTask(
      String id, String call, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (call) {
      case "form-variables" -> json.variables(response, forms.fill(id));
      case "claim" -> {
        if (!identity.user().filter(json.user(request)::equals).isPresent()) {
          refuse(response, 403, "NotAllowed", FOR_YOURSELF, Map.of());
          return;
        }
        forms.claim(id);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      case "deployed-form" -> file(response, forms.file(id));
      default -> {
        forms.submit(id, json.given(request));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
    }
  }

  private static void file(HttpServletResponse response, byte[] file) throws IOException {
    response.setContentType(
        file.length > 0 && file[0] == '{'
            ? MediaType.APPLICATION_JSON_VALUE
            : "application/xhtml+xml");
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(file);
  }

  private void answerStart(
      String definitionId, String call, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String process = forms.processKey(definitionId);
    if (call.equals("form-variables")) {
      json.variables(response, forms.fillStart(process, places.only(process)));
      return;
    }
    if (call.equals("deployed-start-form")) {
      String only = places.only(process);
      file(response, places.ask(process, forms.startFile(definitionId, only)));
      return;
    }
    String user = identity.user().orElseThrow();
    Map<String, Object> given = json.given(request);
    String tenant = places.chosen(process, given);
    String mark = Objects.toString(request.getHeader(ONCE), "");
    Received opened =
        sent.send(
            SentReferrals.isMark(mark) ? mark : SentReferrals.newMark(),
            given,
            () -> forms.start(process, tenant, StartPlaces.withoutChoice(given), user));
    String reference = opened.reference();
    if (!opened.asBefore()) {
      refuse(response, 409, "SentAlready", SENT_ALREADY.formatted(reference), Map.of());
      return;
    }
    json.write(
        response,
        Map.of(
            "id",
            reference,
            "businessKey",
            reference,
            "definitionId",
            definitionId,
            "links",
            List.of(),
            "ended",
            false,
            "suspended",
            false));
  }

  /**
   * Of two people who complete a task at the same moment the engine lets one win; what it throws at
   * the other depends on how far they got. Anything else is a fault, logged under the number that
   * the person is told.
   */
  private void answerFault(String taskId, HttpServletResponse response, RuntimeException fault)
      throws IOException {
    if (!taskId.isEmpty() && !Busy.is(fault) && !forms.isOpen(taskId)) {
      refuse(response, 409, "DoneAlready", DONE_ALREADY, Map.of());
      return;
    }
    String number = UUID.randomUUID().toString().substring(0, 8);
    if (Busy.is(fault)) {
      LOG.warn("The service was busy, fault {}: {}", number, fault.getClass().getName());
      response.setHeader(HttpHeaders.RETRY_AFTER, "60");
      refuse(response, 503, "Busy", Busy.words(number), Map.of());
      return;
    }
    LOG.error("Form of task {} failed, fault {}", taskId.replaceAll("[^\\w-]", ""), number, fault);
    refuse(response, 500, "Fault", PlainFaults.fault(number), Map.of());
  }

  private void refuse(
      HttpServletResponse response,
      int status,
      String type,
      String message,
      Map<String, String> fields)
      throws IOException {
    response.setStatus(status);
    json.write(response, Map.of("type", type, "message", message, "fields", fields));
  }
}
