package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.COMMENT_ANSWERS;
import static org.practicereview.report.ReportQuestions.COMMENT_FROM;
import static org.practicereview.report.ReportQuestions.COMMENT_KIND;
import static org.practicereview.report.ReportQuestions.COMMENT_NUMBER;
import static org.practicereview.report.ReportQuestions.COMMENT_PLACE;
import static org.practicereview.report.ReportQuestions.COMMENT_TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** Each comment of an agency is answered once, and stands in the answer as it was made. */
@Component
class EveryCommentAnswered implements FormDemand {

  private static final List<String> AS_MADE =
      List.of(COMMENT_FROM.key(), COMMENT_PLACE.key(), COMMENT_KIND.key(), COMMENT_TEXT.key());

  private final Comments comments;

  EveryCommentAnswered(Comments comments) {
    this.comments = comments;
  }

  @Override
  public String name() {
    return "everyCommentAnswered";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    List<Map<?, ?>> given = new ArrayList<>();
    if (answers.get(COMMENT_ANSWERS.key()) instanceof List<?> rows) {
      rows.forEach(row -> given.add((Map<?, ?>) row));
    }
    List<Map<String, Object>> made = comments.toAnswer(caseReference);
    Map<String, String> wrong = new LinkedHashMap<>();
    for (Map<String, Object> comment : made) {
      long times = given.stream().filter(row -> isAbout(row, comment)).count();
      if (times != 1) {
        wrong.merge(
            COMMENT_ANSWERS.key(),
            "comment %s of %s %s"
                .formatted(
                    comment.get(COMMENT_NUMBER.key()),
                    comment.get(COMMENT_FROM.key()),
                    times == 0 ? "has no answer, or its words were changed" : "is answered twice"),
            (first, second) -> first + ", and " + second);
      }
    }
    if (wrong.isEmpty() && given.size() > made.size()) {
      wrong.put(COMMENT_ANSWERS.key(), "there are answers to comments that no one made");
    }
    return wrong;
  }

  private static boolean isAbout(Map<?, ?> row, Map<String, Object> comment) {
    return number(row.get(COMMENT_NUMBER.key())) == number(comment.get(COMMENT_NUMBER.key()))
        && AS_MADE.stream().allMatch(key -> same(row.get(key), comment.get(key)));
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : -1;
  }

  private static boolean same(Object one, Object other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(Object value) {
    return Objects.toString(value, "").replaceAll("\\s+", " ").strip();
  }
}
