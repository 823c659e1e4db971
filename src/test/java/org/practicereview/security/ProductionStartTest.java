package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicereview.PracticeReviewApplication;
import org.practicereview.journey.RunningService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.env.MockEnvironment;

@RunningService
@DisplayName("In production the service")
class ProductionStartTest {

  @Autowired private ProcessEngine engine;
  @Autowired private IdentityService identity;

  @Test
  @DisplayName("does not start without settings, and says which are missing")
  void withoutSettings() {
    SpringApplicationBuilder service =
        new SpringApplicationBuilder(PracticeReviewApplication.class)
            .profiles("production")
            .properties("server.port=0");

    assertThatThrownBy(service::run)
        .isInstanceOf(UnsafeInstallation.class)
        .hasMessageContaining("PRACTICE_REVIEW_ADMINISTRATOR_PASSWORD")
        .hasMessageContaining("PRACTICE_REVIEW_PARTNERSHIPS_FOLDER")
        .hasMessageContaining("PRACTICE_REVIEW_DATABASE_URL");
  }

  @Test
  @DisplayName("starts with settings that are safe")
  void safe() {
    assertThat(SafeSettings.faults(settings(Map.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "practice-review.administrator.password, '', no password",
    "practice-review.administrator.password, practice-review, well-known",
    "practice-review.administrator.password, short, shorter than 12",
    "practice-review.administrator.id, a-very-long-and-own-one, well-known",
    "practice-review.address, '', PRACTICE_REVIEW_ADDRESS",
    "practice-review.address, reviews, PRACTICE_REVIEW_ADDRESS",
    "practice-review.virus-scanner, '', No virus scanner",
    "practice-review.virus-scanner, clamav, PRACTICE_REVIEW_VIRUS_SCANNER",
    "practice-review.mail-encryption, false, PRACTICE_REVIEW_MAIL_ENCRYPTION",
    "practice-review.demonstration, true, Demonstration mode",
    "spring.datasource.url, jdbc:h2:mem:x, not PostgreSQL",
    "spring.datasource.url, '', No database",
    "practice-review.partnerships-folder, '', No folder with the profiles",
    "camunda.bpm.authorization.enabled, false, Authorisations are off",
    "camunda.bpm.authorization.tenant-check-enabled, false, each other's cases",
    "camunda.bpm.webapp.csrf.enable-secure-cookie, false, without encryption",
    "camunda.bpm.webapp.session-cookie.enable-secure-cookie, false, without encryption"
  })
  @DisplayName("does not start with an unsafe setting, and names it")
  void unsafe(String name, String value, String said) {
    assertThat(SafeSettings.faults(settings(Map.of(name, value))))
        .singleElement()
        .asString()
        .contains(said);
  }

  @Test
  @DisplayName("does not start on a database that holds demonstration users")
  void demonstrationUsers() {
    assertThat(identity.createUserQuery().userId("sg-manager").count()).isOne();

    assertThatThrownBy(() -> new SafeEngine().postProcessEngineBuild(engine))
        .isInstanceOf(UnsafeInstallation.class)
        .hasMessageContaining("users of the demonstration")
        .hasMessageNotContaining("The engine is not safe");
  }

  @Test
  @DisplayName("does not start with the engine's own defaults")
  void engineDefaults() {
    ProcessEngineConfigurationImpl defaults = new StandaloneInMemProcessEngineConfiguration();

    assertThat(SafeEngine.faults(defaults)).hasSizeGreaterThan(5);
    assertThat(
            SafeEngine.faults(
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()))
        .isEmpty();
  }

  private static MockEnvironment settings(Map<String, String> changed) {
    Map<String, String> values = new HashMap<>();
    values.put("practice-review.demonstration", "false");
    values.put("practice-review.address", "https://reviews.example");
    values.put("practice-review.virus-scanner", "clamav:3310");
    values.put("practice-review.administrator.id", "root");
    values.put("practice-review.administrator.password", "a-very-long-and-own-one");
    values.put("spring.datasource.url", "jdbc:postgresql://database/practice_review");
    values.put("practice-review.partnerships-folder", "/etc/practice-review/partnerships");
    values.put("camunda.bpm.authorization.enabled", "true");
    values.put("camunda.bpm.webapp.csrf.enable-secure-cookie", "true");
    values.put("camunda.bpm.webapp.session-cookie.enable-secure-cookie", "true");
    values.putAll(changed);
    MockEnvironment settings = new MockEnvironment();
    values.forEach(settings::setProperty);
    return settings;
  }
}
