package org.practicereview.shipped;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.util.FileSystemUtils;

/**
 * The service as a process of its own, the way an installation starts it. What it writes is kept in
 * {@code target/shipped} and told when it does not come up.
 */
public final class ServiceProcess implements AutoCloseable {

  private static final Path LOGS = Path.of("target", "shipped").toAbsolutePath();
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final String READY = "Started PracticeReviewApplication";
  private static final Duration LONGEST_START = Duration.ofMinutes(12);
  private static final List<String> SETTINGS =
      List.of("SPRING_", "PRACTICE_REVIEW_", "CAMUNDA_", "SERVER_", "JAVA_TOOL_", "JDK_JAVA_");

  private final Process process;
  private final Path log;

  private ServiceProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it in an empty folder. */
  public static ServiceProcess begin(
      String name, List<String> command, Map<String, String> settings) {
    Path folder = LOGS.resolve(name);
    FileSystemUtils.deleteRecursively(folder.toFile());
    return begin(name, folder, command, settings);
  }

  /**
   * Starts it and does not wait.
   *
   * @param name of its log
   * @param folder that it works in
   * @param command what follows {@code java} on the command line
   * @param settings the only settings that it gets from the environment
   */
  static ServiceProcess begin(
      String name, Path folder, List<String> command, Map<String, String> settings) {
    try {
      Files.createDirectories(folder);
      Path log = Files.createDirectories(LOGS).resolve(name + ".log");
      Process process = builder(command, settings, folder, log).start();
      // Also where the build is broken off.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new ServiceProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be started", e);
    }
  }

  private static ProcessBuilder builder(
      List<String> command, Map<String, String> settings, Path folder, Path log) {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.command().add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(key -> SETTINGS.stream().anyMatch(key::startsWith));
    builder.environment().put("SERVER_PORT", "0");
    builder.environment().putAll(settings);
    return builder;
  }

  /** The port it answers on, as soon as it does. */
  public int port() {
    try {
      await().atMost(LONGEST_START).until(() -> isReady() || !process.isAlive());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("The service does not come up:\n" + written(), e);
    }
    Matcher port = PORT.matcher(written());
    if (!isReady() || !port.find()) {
      throw new AssertionError("The service has ended:\n" + written());
    }
    return Integer.parseInt(port.group(1));
  }

  private boolean isReady() {
    String written = written();
    return written.contains(READY) && PORT.matcher(written).find();
  }

  /** All that it has written to its log. */
  String written() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
