package org.practicereview.letters;

import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.files.FileInspection;
import org.practicereview.forms.DeployedForms;
import org.practicereview.forms.OptionWords;
import org.practicereview.forms.PeopleNames;
import org.practicereview.forms.ShippedForms;
import org.practicereview.outbox.MovableClock;
import org.practicereview.outbox.Outbox;
import org.practicereview.partnership.Partnerships;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters and what they stand on, on a database of their own, without the engine. */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  FlywayAutoConfiguration.class
})
@ComponentScan(
    basePackageClasses = {
      AuditTrail.class,
      Partnerships.class,
      CaseFiles.class,
      FileInspection.class,
      Outbox.class,
      Letters.class
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {"org\\.practicereview\\..*\\.process\\..*", ".*Slice", ".*ClocksInWords"}))
class LettersSlice {

  @Bean
  MovableClock clock() {
    return new MovableClock();
  }

  @Bean
  DeployedForms deployedForms() {
    return new ShippedForms();
  }

  @Bean
  OptionWords optionWords(DeployedForms forms) {
    return new OptionWords(forms);
  }

  @Bean
  PeopleNames peopleNames() {
    return userId -> userId;
  }

  @Bean
  JavaMailSenderImpl mailSender() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    return sender;
  }

  @Bean
  ClockFacts clockFacts() {
    return (reference, scope) -> ExampleCase.CLOCKS;
  }
}
