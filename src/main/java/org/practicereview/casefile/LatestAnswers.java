package org.practicereview.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.Scope;
import org.springframework.stereotype.Service;

@Service
class LatestAnswers implements CaseFacts {

  private static final int DATE_LENGTH = "2026-11-20".length();

  private final Answers answers;

  LatestAnswers(Answers answers) {
    this.answers = answers;
  }

  @Override
  public Map<String, Object> of(String caseReference) {
    return of(caseReference, "");
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> facts = new LinkedHashMap<>();
    Map<String, Object> around = new LinkedHashMap<>();
    Map<String, Object> scoped = new LinkedHashMap<>();
    for (FormAnswers given : answers.of(caseReference)) {
      if (given.scope().isEmpty()) {
        facts.putAll(given.values());
      } else if (given.scope().equals(scope)) {
        scoped.putAll(given.values());
      } else if (given.scope().equals(Scope.around(scope))) {
        around.putAll(given.values());
      }
    }
    facts.putAll(around);
    facts.putAll(scoped);
    return facts;
  }

  @Override
  public Optional<LocalDate> date(String caseReference, String key) {
    return date(caseReference, "", key);
  }

  @Override
  public Optional<LocalDate> date(String caseReference, String scope, String key) {
    // A field that asks for the time as well holds the date in its first ten characters.
    return text(caseReference, scope, key)
        .filter(value -> value.length() >= DATE_LENGTH)
        .map(value -> value.substring(0, DATE_LENGTH))
        .flatMap(LatestAnswers::parse);
  }

  @Override
  public Optional<String> text(String caseReference, String key) {
    return text(caseReference, "", key);
  }

  private Optional<String> text(String caseReference, String scope, String key) {
    return Optional.ofNullable(of(caseReference, scope).get(key))
        .map(Object::toString)
        .filter(value -> !value.isBlank());
  }

  private static Optional<LocalDate> parse(String value) {
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
