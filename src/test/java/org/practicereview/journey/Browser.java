package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.util.FileSystemUtils;

/**
 * Chromium without a window, driven as a person drives it: keys are pressed one by one, and what is
 * read is what stands on the screen. Each browser has cookies of its own.
 */
public final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Addresses that were asked for lately, with the status of each answer. */
  private static final String ANSWERED =
      "performance.getEntriesByType('resource').slice(-12)"
          + ".map(one => one.responseStatus + ' ' + one.name).join('; ')";

  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Path folder;
  private final WebSocket socket;
  private final String session;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

  private Browser(Process process, Path folder, String address) throws Exception {
    this.process = process;
    this.folder = folder;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Answers())
            .get(30, TimeUnit.SECONDS);
    String target =
        call("", "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
    this.session =
        call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    call("Page.enable", Map.of());
  }

  /** How often the browser asked whether to leave a page; it is told to leave. */
  int asked() {
    return asked.get();
  }

  /** Whether there is such a browser on this machine. */
  public static boolean isThere() {
    try {
      return new ProcessBuilder(program(), "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String program() {
    return System.getProperty("docs.browser", "chromium");
  }

  /**
   * Opens a browser.
   *
   * @param language in which it speaks to its user, for example {@code en-US}
   */
  public static Browser open(String language) {
    try {
      Path folder = Files.createTempDirectory("browser");
      ProcessBuilder start =
          new ProcessBuilder(
              program(),
              "--headless",
              "--no-sandbox",
              "--disable-gpu",
              "--disable-quic",
              "--no-first-run",
              "--disable-background-networking",
              "--disable-component-update",
              "--disable-sync",
              "--window-size=1366,900",
              "--lang=" + language,
              "--accept-lang=" + language,
              "--remote-debugging-port=0",
              "--user-data-dir=" + folder,
              "about:blank");
      start.environment().put("LANGUAGE", language.replace('-', '_'));
      Process process =
          start
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Path port = folder.resolve("DevToolsActivePort");
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> Files.exists(port) && Files.readAllLines(port).size() == 2);
      List<String> lines = Files.readAllLines(port);
      return new Browser(process, folder, "ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    } catch (Exception e) {
      throw new IllegalStateException("No browser", e);
    }
  }

  /** Opens an address and waits until its page is loaded. */
  public Browser go(String address) {
    call("Page.navigate", Map.of("url", address));
    await("document.readyState === 'complete' && location.href !== 'about:blank'");
    return this;
  }

  /** Loads the page again. */
  public Browser reload() {
    run("window.beforeReload = true");
    call("Page.reload", Map.of());
    await("!window.beforeReload && document.readyState === 'complete'");
    return this;
  }

  /** The value of an expression in the page; a promise is waited for. */
  public JsonNode run(String expression) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of(
                "expression", expression,
                "returnByValue", true,
                "awaitPromise", true,
                "userGesture", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** Waits until an expression is true in the page. */
  public Browser await(String expression) {
    try {
      Awaitility.await().atMost(PATIENCE).until(() -> isTrue(expression));
      return this;
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("Waited in vain for " + expression + " on:\n" + text(), e);
    }
  }

  private boolean isTrue(String expression) {
    try {
      return run("Boolean(" + expression + ")").asBoolean();
    } catch (AssertionError e) {
      // The page is on its way.
      return false;
    }
  }

  /** Whether an expression becomes true soon: the page may have been drawn anew under a key. */
  private boolean comes(String expression) {
    try {
      Awaitility.await().atMost(SOON).until(() -> isTrue(expression));
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  /**
   * Whether it stays so for a while: an answer to what the page sent before may come after the
   * sign-in, and take the session with it.
   */
  private boolean stays(String expression) {
    try {
      Awaitility.await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(3))
          .until(() -> isTrue(expression));
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  /** Waits until a text stands on the page. */
  public Browser sees(String text) {
    return await("document.body.innerText.includes(" + quoted(text) + ")");
  }

  /** What stands on the page. */
  public String text() {
    return run("document.body ? document.body.innerText : ''").asText();
  }

  /** Waits for an element and presses the mouse on it. */
  public Browser click(String selector) {
    String one = "document.querySelector(" + quoted(selector) + ")";
    await(one);
    run(one + ".scrollIntoView({block: 'center'})");
    JsonNode at =
        run(
            "(() => { const r = "
                + one
                + ".getBoundingClientRect(); return [r.x + Math.min(r.width / 2, 40), r.y + r.height / 2]; })()");
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of("type", type, "x", at.get(0), "y", at.get(1), "button", "left", "clickCount", 1));
    }
    return this;
  }

  /** Waits for a field, goes into it and types at its end. */
  public Browser type(String selector, String text) {
    String one = "document.querySelector(" + quoted(selector) + ")";
    await(one);
    run(one + ".scrollIntoView({block: 'center'})");
    run(one + ".focus()");
    return type(text);
  }

  /** Types once more where the page put another field in the place of the one that was typed in. */
  private void fill(String selector, String text) {
    type(selector, text);
    for (int more = 0; more < 3 && !value(selector).equals(text); more += 1) {
      run("document.querySelector(" + quoted(selector) + ").select()");
      type(text);
    }
    holds(selector, text);
  }

  /** Types where the cursor is. */
  public Browser type(String text) {
    for (int at = 0; at < text.length(); at += 1) {
      call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "text", text.substring(at, at + 1)));
      call("Input.dispatchKeyEvent", Map.of("type", "keyUp"));
    }
    return this;
  }

  /** Presses a key such as {@code Tab} or {@code Enter}. */
  public Browser press(String key, int code) {
    Map<String, Object> event = new HashMap<>(Map.of("key", key, "code", key));
    event.put("windowsVirtualKeyCode", code);
    if (key.equals("Enter")) {
      event.put("text", "\r");
    }
    event.put("type", "keyDown");
    call("Input.dispatchKeyEvent", event);
    event.put("type", "keyUp");
    event.remove("text");
    call("Input.dispatchKeyEvent", event);
    return this;
  }

  /** Waits until a field holds a text, and no other. */
  public Browser holds(String selector, String text) {
    String one = "document.querySelector(" + quoted(selector) + ")";
    try {
      return await(one + " && " + one + ".value === " + quoted(text));
    } catch (AssertionError e) {
      throw new AssertionError(selector + " holds \"" + value(selector) + "\"", e);
    }
  }

  /** What a field holds. */
  public String value(String selector) {
    await("document.querySelector(" + quoted(selector) + ")");
    return run("document.querySelector(" + quoted(selector) + ").value").asText();
  }

  /** Signs in to Tasklist. */
  public Browser signIn(String service, String user, String password) {
    go(service + "/camunda/app/tasklist/default/#/login");
    String answered = "document.querySelector('.task-filters, .tasks-list, .notifications .alert')";
    int tries = 0;
    do {
      if (tries > 0) {
        // As someone would whose sign-in was not taken.
        reload();
      }
      fill("input[type=text]", user);
      fill("input[type=password]", password);
      press("Enter", 13);
      tries += 1;
    } while (!(comes(answered) && stays(answered)) && tries < 4);
    await(answered);
    assertThat(run("document.querySelector('.notifications .alert') ? " + ANSWERED + " : ''"))
        .as("what the service answered")
        .hasToString("\"\"");
    return await("document.querySelector('.task-filters, .tasks-list')");
  }

  /** Signs in on the first page, for those who do no tasks. */
  Browser signInToWelcome(String service, String user, String password) {
    go(service + "/camunda/app/welcome/default/#!/login");
    type("input[type=text]", user);
    type("input[type=password]", password);
    press("Enter", 13);
    return await(
        "document.querySelector('.cockpit-section-dashboard, [cam-widget-header] .account')");
  }

  /** Makes the window so wide, in points. */
  Browser wide(int points) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", points, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  /** Shows the page as it is printed. */
  Browser printing() {
    call("Emulation.setEmulatedMedia", Map.of("media", "print"));
    return this;
  }

  /** Forgets the session, as the server does after a time. */
  public void loseSession() {
    call("Network.enable", Map.of());
    call("Network.deleteCookies", Map.of("name", "JSESSIONID", "url", run("location.origin")));
  }

  /** Prints the page to a PDF, as its reader would on A4. */
  void print(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(
          file,
          Base64.getDecoder()
              .decode(
                  call("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69))
                      .path("data")
                      .asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture of the window. */
  public void picture(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(
          file,
          Base64.getDecoder()
              .decode(
                  call("Page.captureScreenshot", Map.of("format", "png")).path("data").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    return call(session, method, parameters);
  }

  private JsonNode call(String in, String method, Map<String, ?> parameters) {
    int id = calls.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    Map<String, Object> call = new HashMap<>();
    call.put("id", id);
    call.put("method", method);
    call.put("params", parameters);
    if (!in.isEmpty()) {
      call.put("sessionId", in);
    }
    try {
      synchronized (socket) {
        socket.sendText(JSON.writeValueAsString(call), true).get(30, TimeUnit.SECONDS);
      }
      JsonNode given = answer.get(60, TimeUnit.SECONDS);
      if (given.has("error")) {
        throw new AssertionError(method + ": " + given.path("error"));
      }
      return given.path("result");
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new AssertionError(method + " had no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      process.waitFor(10, TimeUnit.SECONDS);
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      // The folder is a temporary one.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Answers implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          JsonNode message = JSON.readTree(text.toString());
          CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(-1));
          if (answer != null) {
            answer.complete(message);
          }
          if (message.path("method").asText().equals("Page.javascriptDialogOpening")) {
            asked.incrementAndGet();
            CompletableFuture.runAsync(
                () -> call("Page.handleJavaScriptDialog", Map.of("accept", true)));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
