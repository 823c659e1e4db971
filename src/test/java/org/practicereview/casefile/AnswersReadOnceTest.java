package org.practicereview.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditTrails;
import org.practicereview.forms.ShippedForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@DisplayName("The answers of a case, read by many")
class AnswersReadOnceTest {

  private static final String CASE = "ES-2026-0001";

  private final Clock clock =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/London"));

  private Seals seals;
  private Answers answers;
  private TransactionTemplate transaction;
  private TransactionTemplate another;

  @BeforeEach
  void freshDatabase() {
    JdbcConnectionPool database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    Flyway.configure()
        .dataSource(database)
        .schemas("REVIEW")
        .placeholders(Map.of("binary", "blob"))
        .load()
        .migrate();
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql("set referential_integrity false").update();
    seals =
        new Seals(
            jdbc,
            new AskedQuestions(jdbc, new ShippedForms()),
            AuditTrails.on(jdbc, clock),
            event -> {},
            clock);
    answers =
        new AnswersReadOnce(new JdbcAnswers(jdbc, seals, new ObjectMapper()), jdbc, event -> {});
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    another = new TransactionTemplate(transaction.getTransactionManager());
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    store("underlyingReasons", "What happened");
  }

  @AfterEach
  void noRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  @DisplayName("are read once in a request, and in a transaction without one")
  void once() {
    assertThat(answers.of(CASE)).isNotSameAs(answers.of(CASE));
    transaction.executeWithoutResult(
        status -> assertThat(answers.of(CASE)).isSameAs(answers.of(CASE)));
    request();
    List<FormAnswers> first = answers.of(CASE);
    assertThat(answers.of(CASE)).isSameAs(first);
    request();
    assertThat(answers.of(CASE)).isNotSameAs(first);
  }

  @Test
  @DisplayName("never miss what was given meanwhile, by whom and where ever")
  void given() {
    transaction.executeWithoutResult(
        status -> {
          assertThat(answers.of(CASE)).hasSize(1);
          store("place", "Home");
          assertThat(answers.of(CASE)).hasSize(2);
          another.executeWithoutResult(
              inner -> {
                assertThat(answers.of(CASE)).as("of what is not committed").hasSize(1);
                store("place", "School");
              });
          assertThat(answers.of(CASE)).hasSize(3);
          status.setRollbackOnly();
        });
    request();
    assertThat(answers.of(CASE)).as("after all was taken back").hasSize(2);
    assertThat(answers.latest(CASE, "tell", "").orElseThrow().values())
        .containsEntry("place", "School");
  }

  @Test
  @DisplayName("lose the words of the report in the moment it is sealed")
  void sealed() {
    request();
    assertThat(keys()).contains("underlyingReasons");
    seals.seal(CASE, "one", "another");
    assertThat(keys()).doesNotContain("underlyingReasons");
  }

  @Test
  @DisplayName("are changed by no reader")
  void unchangeable() {
    request();
    Map<String, Object> values = answers.of(CASE).get(0).values();
    assertThatThrownBy(() -> values.put("place", "Elsewhere"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static void request() {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
  }

  private List<String> keys() {
    return answers.of(CASE).stream().flatMap(given -> given.values().keySet().stream()).toList();
  }

  private void store(String key, String value) {
    answers.store(
        new FormAnswers(
            CASE, "tell", "1", "task", "", Map.of(key, value), "es-manager", clock.instant()));
  }
}
