package org.practicereview.report.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** What agencies said when they checked the facts, each numbered, in the round that is open. */
@Component
class Comments {

  /** Key of the rows in which each comment is answered. */
  static final String ROWS = "commentAnswers";

  private static final String OPENED = "open-factual-accuracy";
  private static final String CHECKED = "check-facts";

  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  Comments(Answers answers, CaseFiles cases, Partnerships partnerships) {
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** The comments of the latest round as rows of the form that answers them. */
  List<Map<String, Object>> toAnswer(String caseReference) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (FormAnswers given : latestRound(caseReference)) {
      if (given.values().get("factComments") instanceof List<?> comments) {
        for (Object comment : comments) {
          if (comment instanceof Map<?, ?> cells) {
            rows.add(row(rows.size() + 1, partnership.agency(given.scope()).name(), cells));
          }
        }
      }
    }
    return rows;
  }

  /** One return for each agency, the last it gave, since the window was opened. */
  private List<FormAnswers> latestRound(String caseReference) {
    Map<String, FormAnswers> round = new LinkedHashMap<>();
    for (FormAnswers given : answers.of(caseReference)) {
      if (given.form().equals(OPENED)) {
        round.clear();
      } else if (given.form().equals(CHECKED)) {
        round.put(given.scope(), given);
      }
    }
    return List.copyOf(round.values());
  }

  private static Map<String, Object> row(int number, String agency, Map<?, ?> comment) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("commentNumber", number);
    row.put("commentFrom", agency);
    row.put("commentPlace", text(comment, "factPlace"));
    row.put("commentKind", text(comment, "factKind"));
    row.put("commentText", text(comment, "factComment") + evidence(text(comment, "factEvidence")));
    return row;
  }

  private static String evidence(String evidence) {
    return evidence.isEmpty() ? "" : "\n\nEvidence: " + evidence;
  }

  private static String text(Map<?, ?> cells, String key) {
    Object value = cells.get(key);
    return value == null ? "" : value.toString();
  }
}
