package org.practicereview.outbox;

import org.practicereview.audit.AuditTrail;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Outbox and audit trail on a database of their own, without the engine. Not a
 * {@code @Configuration}, so that the whole application does not find it when a test starts all of
 * it.
 */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  FlywayAutoConfiguration.class
})
@ComponentScan(basePackageClasses = {OutboxSlice.class, AuditTrail.class})
class OutboxSlice {

  @Bean
  MovableClock clock() {
    return new MovableClock();
  }

  @Bean
  JavaMailSenderImpl mailSender() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    return sender;
  }

  @Bean
  AttachmentSource attachments() {
    return reference -> ("content of " + reference).getBytes();
  }
}
