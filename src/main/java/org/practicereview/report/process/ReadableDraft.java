package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.DRAFT_REPORT;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.practicereview.report.PdfPages;
import org.springframework.stereotype.Component;

/** The draft is a PDF that can be shown page by page. */
@Component
class ReadableDraft implements FormDemand {

  private final PdfPages pdf;

  ReadableDraft(PdfPages pdf) {
    this.pdf = pdf;
  }

  @Override
  public String name() {
    return "readableDraft";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    if (!(answers.get(DRAFT_REPORT.key()) instanceof List<?> files) || files.isEmpty()) {
      return Map.of();
    }
    String problem =
        files.get(0) instanceof Map<?, ?> file && file.get("content") instanceof String content
            ? problem(content)
            : "could not be read";
    return problem == null ? Map.of() : Map.of(DRAFT_REPORT.key(), problem);
  }

  private String problem(String content) {
    try {
      return pdf.problem(Base64.getDecoder().decode(content));
    } catch (IllegalArgumentException e) {
      return "could not be read";
    }
  }
}
