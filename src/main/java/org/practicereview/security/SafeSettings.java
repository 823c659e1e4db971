package org.practicereview.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Checks the settings of a production installation before anything is opened or created. */
@Component
@Profile("production")
class SafeSettings implements BeanFactoryPostProcessor, EnvironmentAware {

  private static final int LEAST_CHARACTERS = 12;
  private static final Set<String> WELL_KNOWN =
      Set.of("practice-review", "administrator", "change-me-please", "passwordpassword");

  private Environment settings;

  @Override
  public void setEnvironment(Environment environment) {
    this.settings = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
    List<String> faults = faults(settings);
    if (!faults.isEmpty()) {
      throw new UnsafeInstallation(faults);
    }
  }

  static List<String> faults(Environment settings) {
    List<String> faults = new ArrayList<>();
    if (settings.getProperty("practice-review.demonstration", Boolean.class, false)) {
      faults.add("Demonstration mode is on. Set practice-review.demonstration to false.");
    }
    String administrator = text(settings, "practice-review.administrator.id");
    String password = text(settings, "practice-review.administrator.password");
    if (password.isBlank()) {
      faults.add("The administrator has no password. Set PRACTICE_REVIEW_ADMINISTRATOR_PASSWORD.");
    } else if (WELL_KNOWN.contains(password.toLowerCase(Locale.ROOT))
        || password.equalsIgnoreCase(administrator)) {
      faults.add(
          "The administrator's password is a well-known one."
              + " Set PRACTICE_REVIEW_ADMINISTRATOR_PASSWORD to another.");
    } else if (password.length() < LEAST_CHARACTERS) {
      faults.add(
          "The administrator's password is shorter than "
              + LEAST_CHARACTERS
              + " characters. Set PRACTICE_REVIEW_ADMINISTRATOR_PASSWORD to a longer one.");
    }
    if (!text(settings, "practice-review.address").matches("https?://[^\\s/]+.*")) {
      faults.add(
          "Mail and letters could not say where the service is."
              + " Set PRACTICE_REVIEW_ADDRESS to its address, such as https://reviews.example.");
    }
    if (!text(settings, "practice-review.virus-scanner").matches("off|[^:/\\s]+:\\d{1,5}")) {
      faults.add(
          "No virus scanner is named. Set PRACTICE_REVIEW_VIRUS_SCANNER to host and port of ClamAV,"
              + " such as clamav:3310, or to \"off\" if files shall not be checked.");
    }
    if (!settings
        .getProperty("practice-review.mail-encryption", "required")
        .matches("required|off")) {
      faults.add(
          "PRACTICE_REVIEW_MAIL_ENCRYPTION is neither \"required\" nor \"off\". Set it to one of them.");
    }
    if (!text(settings, "practice-review.installation.id").strip().matches("[\\w.-]{0,64}")) {
      faults.add(
          "PRACTICE_REVIEW_INSTALLATION is too long, or holds something else than letters, digits,"
              + " hyphens and dots. Set it to a name of at most 64 characters.");
    }
    String database = text(settings, "spring.datasource.url");
    if (database.isBlank()) {
      faults.add(
          "No database is named. Set PRACTICE_REVIEW_DATABASE_URL, PRACTICE_REVIEW_DATABASE_USER"
              + " and PRACTICE_REVIEW_DATABASE_PASSWORD.");
    } else if (!database.startsWith("jdbc:postgresql:")) {
      faults.add("The database is not PostgreSQL. Change PRACTICE_REVIEW_DATABASE_URL.");
    }
    if (text(settings, "practice-review.partnerships-folder").isBlank()) {
      faults.add(
          "No folder with the profiles of your partnerships is named. Set"
              + " PRACTICE_REVIEW_PARTNERSHIPS_FOLDER; docs/profiles.md says how to make a profile"
              + " in ten minutes.");
    }
    if (!settings.getProperty("camunda.bpm.authorization.enabled", Boolean.class, false)) {
      faults.add("Authorisations are off. Set camunda.bpm.authorization.enabled to true.");
    }
    if (!settings.getProperty(
        "camunda.bpm.authorization.tenant-check-enabled", Boolean.class, true)) {
      faults.add(
          "Partnerships could see each other's cases."
              + " Set camunda.bpm.authorization.tenant-check-enabled to true.");
    }
    for (String cookie : List.of("csrf", "session-cookie")) {
      String name = "camunda.bpm.webapp." + cookie + ".enable-secure-cookie";
      if (!settings.getProperty(name, Boolean.class, false)) {
        faults.add("A cookie would travel without encryption. Set " + name + " to true.");
      }
    }
    return faults;
  }

  private static String text(Environment settings, String name) {
    return settings.getProperty(name, "");
  }
}
