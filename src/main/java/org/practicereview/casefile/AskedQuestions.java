package org.practicereview.casefile;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.forms.Access;
import org.practicereview.forms.Confidentiality;
import org.practicereview.forms.DeployedForms;
import org.practicereview.forms.FormSchema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What forms say of their questions: who may read the answers, and which of them hold words of the
 * report. What was said when a question was answered is kept; so a form that is changed later can
 * close earlier answers further, and open none.
 */
@Service
public class AskedQuestions {

  private final JdbcClient jdbc;
  private final DeployedForms forms;

  AskedQuestions(JdbcClient jdbc, DeployedForms forms) {
    this.jdbc = jdbc;
    this.forms = forms;
  }

  /** Keeps what a form says of its questions, in the transaction that stores answers to it. */
  @Transactional
  public void remember(FormSchema form) {
    boolean known =
        jdbc.sql("select count(*) from review.form_question where form = ? and form_version = ?")
                .params(form.id(), form.version())
                .query(Integer.class)
                .single()
            > 0;
    if (!known) {
      form.confidentiality()
          .forEach(
              (question, said) ->
                  jdbc.sql(
                          """
                          insert into review.form_question
                            (form, form_version, question, access_class, holds_report)
                          values (?, ?, ?, ?, ?)""")
                      .params(form.id(), form.version(), question, words(said), said.holdsReport())
                      .update());
    }
  }

  private static String words(Confidentiality said) {
    return said.readers().stream().map(Access::word).sorted().collect(Collectors.joining(","));
  }

  /** Questions, of whatever form and version, whose answers hold words of the report. */
  Set<String> aboutReport() {
    Set<String> questions =
        new TreeSet<>(
            jdbc.sql("select distinct question from review.form_question where holds_report")
                .query(String.class)
                .list());
    forms
        .latest()
        .values()
        .forEach(
            form ->
                form.confidentiality()
                    .forEach(
                        (question, said) -> {
                          if (said.holdsReport()) {
                            questions.add(question);
                          }
                        }));
    return questions;
  }

  /** Who may read answers, for some that were given. */
  Readers readers(Collection<FormAnswers> given) {
    Map<String, Map<String, Confidentiality>> answered = new HashMap<>();
    Set<String> ids = given.stream().map(FormAnswers::form).collect(Collectors.toSet());
    if (!ids.isEmpty()) {
      jdbc.sql("select * from review.form_question where form in (:forms)")
          .param("forms", ids)
          .query(
              row -> {
                answered
                    .computeIfAbsent(
                        row.getString("form") + "@" + row.getString("form_version"),
                        version -> new LinkedHashMap<>())
                    .put(
                        row.getString("question"),
                        new Confidentiality(
                            access(row.getString("access_class")), row.getBoolean("holds_report")));
              });
    }
    return new Readers(answered, forms.latest());
  }

  private static Set<Access> access(String words) {
    return List.of(words.split(",")).stream()
        .map(word -> Confidentiality.said(word, "", Confidentiality.NOT_SAID))
        .flatMap(said -> said.access().stream())
        .collect(Collectors.toSet());
  }

  /**
   * Who may read answers: whoever the form allowed when it was answered, and allows today.
   *
   * @param answered what forms said of their questions when they were answered, by form and version
   */
  record Readers(
      Map<String, Map<String, Confidentiality>> answered, Map<String, FormSchema> deployed) {

    /** The classes of which a reader of one answer must satisfy every one. */
    Set<Access> of(FormAnswers given, String question) {
      Map<String, Confidentiality> then = answered.get(given.form() + "@" + given.formVersion());
      Map<String, Confidentiality> now =
          deployed.containsKey(given.form())
              ? deployed.get(given.form()).confidentiality()
              : Map.of();
      if (then != null && then.containsKey(question)) {
        return then.get(question).and(now.getOrDefault(question, then.get(question))).readers();
      }
      return now.containsKey(question) ? now.get(question).readers() : ofAll(now);
    }

    /** The classes that the reader of a form must satisfy in which nothing was answered. */
    Set<Access> of(FormAnswers given) {
      Map<String, Confidentiality> now =
          deployed.containsKey(given.form())
              ? deployed.get(given.form()).confidentiality()
              : Map.of();
      return ofAll(answered.getOrDefault(given.form() + "@" + given.formVersion(), now));
    }

    /** A question of which nothing is known is as confidential as its whole form, and no less. */
    private static Set<Access> ofAll(Map<String, Confidentiality> form) {
      return form.values().stream()
          .reduce(Confidentiality::and)
          .orElse(Confidentiality.NOT_SAID)
          .readers();
    }
  }
}
