package org.practicereview.journey;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the whole service in demonstration mode, on a free port, with an empty
 * database. All tests with this annotation share one running service, so each makes its own cases
 * and leaves users and rights as they were. Jobs run only when a test asks for them.
 *
 * <p>The database is H2 in memory, or a real PostgreSQL with {@code
 * -Dpractice-review.test-database=postgres}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "practice-review.password-strength=4",
      "practice-review.watch.scheduled=false",
      "practice-review.demonstration-cases=false",
      "practice-review.installation.id=tests",
      "practice-review.notes.key-file=target/notes-${tests.fork:0}.key",
      // Many people of a test share an address, like those behind a proxy.
      "practice-review.network.trusted-proxies=127.0.0.1,::1"
    })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Probes.class)
public @interface RunningService {}
