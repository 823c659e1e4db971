package org.practicereview.requirements;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs some tests in a process of their own and says on standard output which of them fail. */
final class NamedTests {

  /** Begins each line that tells of a test that failed; its name and the first words follow. */
  static final String RED = "RED ";

  /** The last line, after all tests have run. */
  static final String DONE = "ALL HAVE RUN";

  private NamedTests() {}

  /**
   * Runs the tests.
   *
   * @param tests each as Class or Class#method, the class by its simple name
   */
  public static void main(String[] tests) {
    List<DiscoverySelector> selectors = Arrays.stream(tests).map(NamedTests::select).toList();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectors).build(), new Listener());
    System.out.println(DONE);
    System.exit(0);
  }

  private static DiscoverySelector select(String test) {
    String[] parts = test.split("#");
    Class<?> type = Proofs.load(fileOf(parts[0]));
    return parts.length == 1
        ? selectClass(type)
        : Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getName().equals(parts[1]))
            .findFirst()
            .map(method -> selectMethod(type, method))
            .orElseThrow();
  }

  private static Path fileOf(String simpleName) {
    return NamedThings.file(Path.of("src/test/java"), simpleName + ".java").orElseThrow();
  }

  private static final class Listener implements TestExecutionListener {

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      result
          .getThrowable()
          .ifPresent(
              failure ->
                  System.out.println(
                      RED
                          + name(test)
                          + " "
                          + String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ")));
    }

    private static String name(TestIdentifier test) {
      return test.getSource()
          .flatMap(
              source ->
                  source instanceof MethodSource method
                      ? Optional.of(simple(method.getClassName()) + "#" + method.getMethodName())
                      : source instanceof ClassSource type
                          ? Optional.of(simple(type.getClassName()))
                          : Optional.empty())
          .orElse(test.getDisplayName());
    }

    private static String simple(String className) {
      return className.substring(className.lastIndexOf('.') + 1);
    }
  }
}
