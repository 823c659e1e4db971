package org.practicereview.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcAnswers implements Answers {

  private static final TypeReference<LinkedHashMap<String, Object>> VALUES =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcAnswers(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  @Transactional
  public void store(FormAnswers answers) {
    jdbc.sql(
            """
            insert into review.form_answers
              (case_reference, form, form_version, task, scope, answers, given_by, given_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            answers.caseReference(),
            answers.form(),
            answers.formVersion(),
            answers.task(),
            answers.scope(),
            write(answers),
            answers.by(),
            answers.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<FormAnswers> of(String caseReference) {
    return jdbc.sql("select * from review.form_answers where case_reference = ? order by number")
        .param(caseReference)
        .query(this::read)
        .list();
  }

  @Override
  public Optional<FormAnswers> latest(String caseReference, String form, String scope) {
    return jdbc.sql(
            """
            select * from review.form_answers
            where case_reference = ? and form = ? and scope = ?
            order by number desc fetch first 1 rows only""")
        .params(caseReference, form, scope)
        .query(this::read)
        .optional();
  }

  private String write(FormAnswers answers) {
    try {
      return json.writeValueAsString(answers.values());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FormAnswers read(ResultSet row, int number) throws SQLException {
    try {
      return new FormAnswers(
          row.getString("case_reference"),
          row.getString("form"),
          row.getString("form_version"),
          row.getString("task"),
          row.getString("scope"),
          json.readValue(row.getString("answers"), VALUES),
          row.getString("given_by"),
          row.getObject("given_at", OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
