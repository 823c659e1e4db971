package org.practicereview.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Sessions live in the database: whoever signs in on one node goes on on another, and a restart
 * signs no one out. That is the sign-in of the engine's web applications, which our pages share.
 */
@Configuration(proxyBeanMethods = false)
class SharedSessions {

  private static final Logger LOG = LoggerFactory.getLogger(SharedSessions.class);

  /** What a session may hold: sign-in, tokens, and what one page has to tell the next. */
  private static final ObjectInputFilter KNOWN =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=20;java.**;org.camunda.bpm.webapp.impl.security.**;"
              + "org.springframework.security.web.csrf.*;"
              + "org.springframework.web.servlet.FlashMap;org.springframework.util.*;!*");

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> knownContent() {
    GenericConversionService content = new GenericConversionService();
    content.addConverter(Object.class, byte[].class, new SerializingConverter());
    content.addConverter(byte[].class, Object.class, SharedSessions::read);
    return sessions -> sessions.setConversionService(content);
  }

  /**
   * The cookie holds the id as it stands in the database. Encoded, an id of the release before, or
   * one that someone made up, could become characters that PostgreSQL refuses.
   */
  @Bean
  DefaultCookieSerializerCustomizer plainCookie() {
    return cookie -> cookie.setUseBase64Encoding(false);
  }

  /** Two requests of one person may add the same attribute at once: the later one counts. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> twoAtOnce(DataSource database)
      throws MetaDataAccessException {
    String address = JdbcUtils.extractDatabaseMetaData(database, data -> data.getURL());
    return DatabaseDriver.fromJdbcUrl(address) == DatabaseDriver.POSTGRESQL
        ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
        : sessions ->
            sessions.setCreateSessionAttributeQuery(
                """
                merge into %TABLE_NAME%_ATTRIBUTES
                  (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
                key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)""");
  }

  /** What is not known, or of another version, is not there: at worst someone signs in again. */
  static Object read(byte[] content) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(content))) {
      in.setObjectInputFilter(KNOWN);
      return in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      LOG.warn("Something in a session could not be read: {}", e.getClass().getName());
      return null;
    }
  }
}
