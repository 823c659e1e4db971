package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.CHILDREN;
import static org.practicereview.learning.LearningQuestions.CHILD_NAME;
import static org.practicereview.learning.LearningQuestions.PSEUDONYM;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * What goes to every organisation names no child of the case. Finds the names that the case file
 * knows as they are written there; whether people can be recognised otherwise, only a person sees.
 */
@Component
class NamesNobody implements FormDemand {

  private static final int SHORTEST = 3;

  private final CaseFacts facts;

  NamesNobody(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "namesNobody";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Map<String, Object> known = facts.of(caseReference);
    Set<String> names = names(known);
    Map<String, String> problems = new LinkedHashMap<>();
    if (names.isEmpty()) {
      return problems;
    }
    Pattern named =
        Pattern.compile(
            names.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?U)\\b(?:", ")\\b")));
    find(named, "", answers, problems);
    return problems;
  }

  private static void find(
      Pattern named, String at, Map<?, ?> answers, Map<String, String> problems) {
    answers.forEach(
        (key, value) -> {
          if (value instanceof String text && named.matcher(text).find()) {
            problems.put(at + key, "has a name of the child in it; use the pseudonym");
          } else if (value instanceof List<?> rows) {
            for (int i = 0; i < rows.size(); i++) {
              if (rows.get(i) instanceof Map<?, ?> row) {
                find(named, at + key + "[" + i + "].", row, problems);
              }
            }
          }
        });
  }

  private static Set<String> names(Map<String, Object> known) {
    Stream<Object> children =
        known.get(CHILDREN.key()) instanceof List<?> rows
            ? rows.stream()
                .filter(Map.class::isInstance)
                .map(row -> (Object) ((Map<?, ?>) row).get(CHILD_NAME.key()))
            : Stream.empty();
    String pseudonym = String.valueOf(known.getOrDefault(PSEUDONYM.key(), ""));
    return Stream.concat(Stream.ofNullable(known.get(CHILD_NAME.key())), children)
        .filter(String.class::isInstance)
        .flatMap(name -> Arrays.stream(String.valueOf(name).split("[^\\p{L}'-]+")))
        .filter(part -> part.length() >= SHORTEST && !part.equals(pseudonym))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
