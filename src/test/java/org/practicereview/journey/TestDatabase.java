package org.practicereview.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the running service a database of its own. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> settings = new HashMap<>();
    if ("postgres".equals(context.getEnvironment().getProperty("practice-review.test-database"))) {
      EmbeddedPostgres postgres = start();
      // A bean that nothing depends on is destroyed last, after the pool and the engine.
      context.getBeanFactory().registerSingleton("embeddedPostgres", postgres);
      settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
      settings.put("spring.datasource.username", "postgres");
      settings.put("spring.flyway.default-schema", "review");
      settings.put("spring.flyway.schemas", "review");
      settings.put("spring.flyway.placeholders.binary", "bytea");
    } else {
      settings.put(
          "spring.datasource.url",
          "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=200");
    }
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test database", settings));
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
    }
  }
}
