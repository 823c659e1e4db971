package org.practicereview.letters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures how long a letter takes: facts read, template filled, accessible PDF printed and stored,
 * mail queued, all in its own transaction on an H2 database in memory. One thread; 100 letters to
 * warm up, then 500 measured one by one; the figures are wall-clock percentiles. Run the main
 * method; nothing is asserted, because the machine decides.
 */
final class LetterBenchmark {

  private static final int WARM_UP = 100;
  private static final int MEASURED = 500;

  private LetterBenchmark() {}

  public static void main(String[] arguments) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(LettersSlice.class, ExampleCase.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.datasource.url=jdbc:h2:mem:benchmark",
                "spring.flyway.placeholders.binary=blob",
                "spring.flyway.init-sqls=create schema if not exists review",
                "practice-review.outbox.scheduled=false")
            .run()) {
      Letters letters = context.getBean(Letters.class);
      String reference = context.getBean(ExampleCase.class).open("essex");
      for (String template :
          List.of(
              "referral/acknowledgement",
              "rapidreview/information-request",
              "rapidreview/report")) {
        measure(letters, reference, template);
      }
    }
  }

  private static void measure(Letters letters, String reference, String template) {
    long[] nanos = new long[MEASURED];
    long first = 0;
    for (int i = -WARM_UP; i < MEASURED; i++) {
      LetterRequest request =
          new LetterRequest(
              reference,
              template,
              List.of("agency"),
              "police",
              false,
              List.of(),
              "",
              template + i,
              "system");
      long start = System.nanoTime();
      letters.write(request);
      long took = System.nanoTime() - start;
      first = i == -WARM_UP ? took : first;
      if (i >= 0) {
        nanos[i] = took;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-32s first %7.1f ms   p50 %6.1f ms   p95 %6.1f ms   p99 %6.1f ms%n",
        template,
        first / 1e6,
        nanos[MEASURED / 2] / 1e6,
        nanos[MEASURED * 95 / 100] / 1e6,
        nanos[MEASURED * 99 / 100] / 1e6);
  }
}
