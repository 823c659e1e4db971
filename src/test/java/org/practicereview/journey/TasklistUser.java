package org.practicereview.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/**
 * Someone at a browser with Tasklist: makes the same HTTP calls as Tasklist does, with its cookies
 * and its protection against cross-site requests. Paths that begin with {@code engine:} are those
 * of the engine's web interface.
 */
public final class TasklistUser {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENGINE = "/camunda/api/engine/engine/default/";

  private final CookieManager cookies;
  private final HttpClient http;
  private final URI service;
  private String userId = "";

  private TasklistUser(int port) {
    this(port, new CookieManager());
  }

  private TasklistUser(int port, CookieManager cookies) {
    this.service = URI.create("http://localhost:" + port);
    this.cookies = cookies;
    this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
  }

  /** The same person in the same browser, whose next calls a proxy sends to another node. */
  public TasklistUser on(int otherPort) {
    TasklistUser same = new TasklistUser(otherPort, cookies);
    same.userId = userId;
    return same;
  }

  /** Someone who has opened the sign-in page and no more. */
  public static TasklistUser visitor(int port) {
    TasklistUser visitor = new TasklistUser(port);
    visitor.get("/camunda/app/tasklist/default/");
    return visitor;
  }

  /** Someone of the demonstration, signed in to Tasklist. */
  public static TasklistUser signIn(int port, String user) {
    return signIn(port, user, "practice-review");
  }

  /** Someone signed in to Tasklist; fails if the service refuses. */
  public static TasklistUser signIn(int port, String user, String password) {
    TasklistUser person = visitor(port);
    Answer answer = person.trySignIn(user, password, "tasklist");
    if (answer.status() != 200) {
      throw new AssertionError(user + " cannot sign in: " + answer);
    }
    return person;
  }

  /** Sends the sign-in form of a web application. */
  public Answer trySignIn(String user, String password, String application) {
    String form = "username=" + encoded(user) + "&password=" + encoded(password);
    Answer answer =
        send(
            request("/camunda/api/admin/auth/user/default/login/" + application)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    if (answer.status() == 200) {
      userId = user;
      // The new session's first page brings the token that every change must carry.
      get("/camunda/app/" + application + "/default/");
    }
    return answer;
  }

  /** The user's id; empty for a visitor. */
  public String userId() {
    return userId;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** A file, byte by byte. */
  public byte[] download(String path) {
    try {
      return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  /** Sends JSON with any method; a text is sent as it is. */
  public Answer send(String method, String path, Object body) {
    String json = body instanceof String text ? text : json(body);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The open tasks of a case that this person sees. */
  public List<JsonNode> tasks(String caseReference) {
    Answer answer =
        post(
            "engine:task?firstResult=0&maxResults=200",
            Map.of("processInstanceBusinessKey", caseReference));
    List<JsonNode> tasks = new ArrayList<>();
    answer.expect(200).body().forEach(tasks::add);
    return tasks;
  }

  /** The one open task of a case with this element id, if this person sees it. */
  public Optional<JsonNode> task(String caseReference, String elementId) {
    return tasks(caseReference).stream()
        .filter(task -> task.path("taskDefinitionKey").asText().equals(elementId))
        .findFirst();
  }

  public Answer claim(String taskId) {
    return post("engine:task/" + taskId + "/claim", Map.of("userId", userId));
  }

  /** What a form is filled with when it opens. */
  public Answer formVariables(String taskId) {
    return get("engine:task/" + taskId + "/form-variables?deserializeValues=false");
  }

  /** Completes a task with the values of its form. */
  public Answer submitForm(String taskId, Map<String, ?> values) {
    return post("engine:task/" + taskId + "/submit-form", Map.of("variables", typed(values)));
  }

  /** Starts a case with the start form of the journey. */
  public Answer startReferral(Map<String, ?> values) {
    return startReferral(values, "");
  }

  /** The same, from an opened form with this mark. */
  public Answer startReferral(Map<String, ?> values, String mark) {
    String definition =
        get("engine:process-definition/key/practice-review").expect(200).body().path("id").asText();
    return send(
        request("engine:process-definition/" + definition + "/submit-form")
            .header("Content-Type", "application/json")
            .header("X-Form-Once", mark)
            .POST(HttpRequest.BodyPublishers.ofString(json(Map.of("variables", typed(values))))));
  }

  /**
   * Fills in the form of one of our own pages and sends it, with the page's token against
   * cross-site requests.
   *
   * @param page address of the page that holds the form
   * @param path where the form is sent
   * @param fields values by name; a list becomes several values
   */
  public Answer submitPage(String page, String path, Map<String, ?> fields) {
    String token = Jsoup.parse(get(page).text()).select("input[name=_csrf]").attr("value");
    StringBuilder form = new StringBuilder("_csrf=" + encoded(token));
    fields.forEach(
        (name, value) -> {
          for (Object one : value instanceof Collection<?> many ? many : List.of(value)) {
            form.append('&').append(encoded(name)).append('=').append(encoded(one.toString()));
          }
        });
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  /** Sends the public referral and follows to the page that says that it was received. */
  public Answer refers(String partnership, Map<String, ?> fields) {
    return fillIn("/refer/" + partnership, fields);
  }

  /** Sends the form of a page that is sent to the page itself, and follows to where that leads. */
  public Answer fillIn(String page, Map<String, ?> fields) {
    Answer sent = submitPage(page, page, fields);
    return sent.status() == 302
        ? get(sent.header("location").replaceFirst("^https?://[^/]+", ""))
        : sent;
  }

  /**
   * Chooses a file in the form of one of our own pages and sends it, with the page's token.
   *
   * @param page address of the page that holds the form
   * @param path where the form is sent
   * @param field name of the file's question
   */
  public Answer uploads(String page, String path, String field, String name, byte[] content) {
    return uploads(page, path, Map.of(), field, Map.of(name, content));
  }

  /**
   * Chooses files in a form that has other questions, too.
   *
   * @param fields the other questions, by name
   * @param field name of the question about files
   * @param files content by file name
   */
  public Answer uploads(
      String page,
      String path,
      Map<String, String> fields,
      String field,
      Map<String, byte[]> files) {
    String token = Jsoup.parse(get(page).text()).select("input[name=_csrf]").attr("value");
    String edge = "----practice-review";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(part(edge, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8)));
    fields.forEach(
        (name, value) ->
            body.writeBytes(
                part(edge, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8))));
    files.forEach(
        (name, content) ->
            body.writeBytes(
                part(edge, "name=\"" + field + "\"; filename=\"" + name + "\"", content)));
    body.writeBytes(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Deploys files as the modeler does. */
  public Answer deploys(Map<String, String> files) {
    String edge = "----practice-review";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        part(edge, "name=\"deployment-name\"", "by hand".getBytes(StandardCharsets.UTF_8)));
    files.forEach(
        (name, text) ->
            body.writeBytes(
                part(
                    edge,
                    "name=\"" + name + "\"; filename=\"" + name + "\"",
                    text.getBytes(StandardCharsets.UTF_8))));
    body.writeBytes(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request("engine:deployment/create")
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static byte[] part(String edge, String disposition, byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    String head = "--" + edge + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    part.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return part.toByteArray();
  }

  /** The service's answer to a call. */
  public record Answer(int status, String text, Map<String, List<String>> headers) {

    public JsonNode body() {
      try {
        return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new AssertionError("Not JSON: " + text, e);
      }
    }

    public String header(String name) {
      return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    /** This answer, if it has the status. */
    public Answer expect(int expected) {
      if (status != expected) {
        throw new AssertionError("Expected " + expected + " but was " + status + ": " + text);
      }
      return this;
    }
  }

  private static Map<String, Object> typed(Map<String, ?> values) {
    Map<String, Object> variables = new LinkedHashMap<>();
    values.forEach((name, value) -> variables.put(name, typed(value)));
    return variables;
  }

  private static Map<String, Object> typed(Object value) {
    Map<String, Object> variable = new LinkedHashMap<>();
    if (value instanceof Boolean) {
      variable.put("type", "Boolean");
      variable.put("value", value);
    } else if (value instanceof Integer) {
      variable.put("type", "Integer");
      variable.put("value", value);
    } else if (value instanceof Map || value instanceof Collection) {
      variable.put("type", "Json");
      variable.put("value", json(value));
    } else {
      variable.put("type", value == null ? "Null" : "String");
      variable.put("value", value == null ? null : value.toString());
    }
    return variable;
  }

  private HttpRequest.Builder request(String path) {
    String address =
        path.startsWith("engine:") ? ENGINE + path.substring("engine:".length()) : path;
    HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(address));
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .forEach(token -> request.setHeader("X-XSRF-TOKEN", token));
    boolean api = address.startsWith("/camunda/api/");
    return request.setHeader("Accept", api ? "application/json" : "text/html, */*;q=0.8");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      // In production cookies travel with encryption only; that is the matter of a proxy in front.
      cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
      return new Answer(response.statusCode(), response.body(), response.headers().map());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
