package org.practicereview.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Answers the calls that Tasklist makes for a form, in front of the engine's own web interface,
 * which would pass everything typed on to the engine's tables, refuse long text and check nothing.
 * It stands behind the web applications' sign-in and cross-site checks.
 */
class FormGateway extends OncePerRequestFilter {

  /** Room for a form with the largest files allowed, which travel as text a third longer. */
  static final int LARGEST_BODY = 60 * 1024 * 1024;

  private static final String DONE_ALREADY =
      "Somebody else completed this task at the same moment. What you typed was not stored.";
  private static final Logger LOG = LoggerFactory.getLogger(FormGateway.class);
  private static final Pattern TASK =
      Pattern.compile(
          "/camunda/api/engine/engine/default/task/([^/]+)/(form-variables|submit-form|deployed-form)");
  private static final Pattern START =
      Pattern.compile(
          "/camunda/api/engine/engine/default/process-definition/([^/]+)/(form-variables|submit-form)");

  private final CaseForms forms;
  private final EngineIdentity identity;
  private final ObjectMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  FormGateway(CaseForms forms, EngineIdentity identity) {
    this.forms = forms;
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
    if (!isTask && !start.matches() && path.endsWith("/submit-form")) {
      refuse(response, 404, "NotFound", "There is no such form. Nothing was changed.", Map.of());
      return;
    }
    if (!isTask && !start.matches()) {
      chain.doFilter(request, response);
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
    } catch (JsonProcessingException e) {
      refuse(response, 400, "FormRefused", "The form could not be read.", Map.of());
    } catch (TooLarge e) {
      refuse(response, 413, "FormRefused", "The form is too large. Files may be 10 MB.", Map.of());
    } catch (NoSuchElementException e) {
      refuse(response, 404, "NotYourTask", e.getMessage() + ". Nothing was changed.", Map.of());
    } catch (AuthorizationException e) {
      refuse(response, 403, "NotAllowed", "You may not do this. Nothing was changed.", Map.of());
    } catch (OptimisticLockingException e) {
      refuse(response, 409, "DoneAlready", DONE_ALREADY, Map.of());
    } catch (ProcessEngineException e) {
      answerEngineFault(task.reset().matches() ? task.group(1) : "", response, e);
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
      case "form-variables" -> variables(response, forms.fill(id));
      case "deployed-form" -> {
        byte[] file = forms.file(id);
        response.setContentType(
            file.length > 0 && file[0] == '{'
                ? MediaType.APPLICATION_JSON_VALUE
                : "application/xhtml+xml");
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(file);
      }
      default -> {
        forms.submit(id, given(request));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
    }
  }

  private void answerStart(
      String definitionId, String call, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (call.equals("form-variables")) {
      variables(response, Map.of());
      return;
    }
    List<String> tenants = identity.tenants();
    if (tenants.size() != 1) {
      throw new FormRefused("Nothing was changed. Only staff of one partnership can open a case.");
    }
    String user = identity.user().orElseThrow();
    String reference =
        forms.start(forms.processKey(definitionId), tenants.get(0), given(request), user);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    json.writeValue(
        response.getOutputStream(),
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

  private Map<String, Object> given(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new TooLarge();
    }
    JsonNode variables = json.readTree(body).path("variables");
    Map<String, Object> given = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : variables.properties()) {
      JsonNode value = entry.getValue().path("value");
      // Rows, files and lists travel as JSON in a text.
      boolean packed =
          value.isTextual()
              && List.of("json", "object")
                  .contains(entry.getValue().path("type").asText().toLowerCase(Locale.UK));
      JsonNode plain = packed ? json.readTree(value.asText()) : value;
      given.put(entry.getKey(), json.convertValue(plain, Object.class));
    }
    return given;
  }

  private void variables(HttpServletResponse response, Map<String, Object> values)
      throws IOException {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      variables.put(entry.getKey(), variable(entry.getValue()));
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(response.getOutputStream(), variables);
  }

  private Map<String, Object> variable(Object value) throws JsonProcessingException {
    Map<String, Object> variable = new LinkedHashMap<>();
    boolean packed = value instanceof List || value instanceof Map;
    variable.put(
        "type",
        packed
            ? "Json"
            : value instanceof Boolean ? "Boolean" : value instanceof Number ? "Double" : "String");
    variable.put("value", packed ? json.writeValueAsString(value) : value);
    variable.put("valueInfo", Map.of());
    return variable;
  }

  /**
   * Of two people who complete a task at the same moment the engine lets one win; what it throws at
   * the other depends on how far they got.
   */
  private void answerEngineFault(
      String taskId, HttpServletResponse response, ProcessEngineException fault)
      throws IOException {
    boolean gone = fault.getMessage() != null && fault.getMessage().contains("task is null");
    if (gone) {
      refuse(response, 409, "DoneAlready", DONE_ALREADY, Map.of());
      return;
    }
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Form of task {} failed, fault {}", taskId.replaceAll("[^\\w-]", ""), number, fault);
    refuse(
        response,
        500,
        "Fault",
        "Something went wrong in the service, and nothing was changed. Please try again; if it"
            + " happens again, tell support the number "
            + number
            + ".",
        Map.of());
  }

  private void refuse(
      HttpServletResponse response,
      int status,
      String type,
      String message,
      Map<String, String> fields)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(
        response.getOutputStream(), Map.of("type", type, "message", message, "fields", fields));
  }

  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
