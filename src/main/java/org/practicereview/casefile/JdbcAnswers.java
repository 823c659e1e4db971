package org.practicereview.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcAnswers implements Answers {

  private final JdbcClient jdbc;
  private final Seals seals;
  private final ObjectMapper json;
  private final StoredText stored;

  JdbcAnswers(JdbcClient jdbc, Seals seals, ObjectMapper json) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.json = json;
    this.stored = new StoredText(json);
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
    List<FormAnswers> given =
        jdbc.sql("select * from review.form_answers where case_reference = ? order by number")
            .param(caseReference)
            .query(this::read)
            .list();
    return seals.isSealed(caseReference) ? seals.without(given) : given;
  }

  @Override
  public Optional<FormAnswers> latest(String caseReference, String form, String scope) {
    Optional<FormAnswers> given =
        jdbc.sql(
                """
                select * from review.form_answers
                where case_reference = ? and form = ? and scope = ?
                order by number desc fetch first 1 rows only""")
            .params(caseReference, form, scope)
            .query(this::read)
            .optional();
    return seals.isSealed(caseReference)
        ? seals.without(given.stream().toList()).stream().findFirst()
        : given;
  }

  private String write(FormAnswers answers) {
    try {
      return json.writeValueAsString(answers.values());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FormAnswers read(ResultSet row, int number) throws SQLException {
    return new FormAnswers(
        row.getString("case_reference"),
        row.getString("form"),
        row.getString("form_version"),
        row.getString("task"),
        row.getString("scope"),
        stored.read(row.getString("answers")),
        row.getString("given_by"),
        row.getObject("given_at", OffsetDateTime.class).toInstant());
  }
}
