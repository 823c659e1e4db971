package org.practicereview.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseReach;
import org.practicereview.chronology.SheetWriter;
import org.practicereview.oversight.CaseReviewTracker;
import org.practicereview.oversight.ReportYear;
import org.practicereview.oversight.YearlyReport;
import org.practicereview.oversight.YearlyReport.Table;
import org.practicereview.oversight.YearlyReports;
import org.practicereview.refusals.NotThere;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The yearly report of a partnership and its sheet for the case review tracker, for those who may
 * know the children of its cases: they alone can judge whether its words may leave the partnership.
 */
@Controller
class YearlyReportDownload {

  private static final int WIDTH = 30;

  private final Watched watched;
  private final YearlyReports reports;
  private final CaseReviewTracker tracker;
  private final AuditTrail audit;

  YearlyReportDownload(
      Watched watched, YearlyReports reports, CaseReviewTracker tracker, AuditTrail audit) {
    this.watched = watched;
    this.reports = reports;
    this.tracker = tracker;
    this.audit = audit;
  }

  @GetMapping("/learning/yearly-report.docx")
  void document(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      HttpServletResponse response)
      throws IOException {
    YearlyReport report = report(asked, reader);
    head(
        response,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "yearly-report-" + name(asked) + ".docx");
    WordDocument.write(report, response.getOutputStream());
  }

  @GetMapping("/learning/yearly-report.xlsx")
  void workbook(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      HttpServletResponse response)
      throws IOException {
    YearlyReport report = report(asked, reader);
    head(
        response,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "yearly-report-" + name(asked) + ".xlsx");
    try (Workbook workbook = new Workbook(response.getOutputStream(), "PracticeReview", "1.0")) {
      report.tables().forEach(table -> sheet(workbook, table));
    }
  }

  /** What the integrated care board's tracker of case reviews asks, to copy from. */
  @GetMapping("/learning/case-review-tracker.xlsx")
  void tracker(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      HttpServletResponse response)
      throws IOException {
    CaseReach reach = watched.reach(reader);
    String partnership = partnership(asked, reach);
    audit.record(
        "",
        reader.userId(),
        "The sheet for the case review tracker of %s was downloaded.".formatted(partnership));
    Table table = tracker.of(partnership, reach);
    head(
        response,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "case-review-tracker.xlsx");
    try (Workbook workbook = new Workbook(response.getOutputStream(), "PracticeReview", "1.0")) {
      sheet(workbook, table);
    }
  }

  private YearlyReport report(Map<String, String> asked, SignedIn reader) {
    CaseReach reach = watched.reach(reader);
    String partnership = partnership(asked, reach);
    ReportYear year = watched.year(asked);
    audit.record(
        "",
        reader.userId(),
        "The yearly report of %s for %s was downloaded."
            .formatted(partnership, year.whole().name()));
    return reports.of(year, partnership, reach);
  }

  /** The one partnership that is asked for, if the reader may know its children. */
  private static String partnership(Map<String, String> asked, CaseReach reach) {
    String partnership = Watched.partnership(asked, reach);
    if (partnership.isEmpty() && reach.whole().size() == 1) {
      partnership = reach.whole().get(0);
    }
    if (partnership.isEmpty()) {
      throw new NotThere("This is made for one partnership");
    }
    if (!reach.identity().contains(partnership)) {
      throw new NotAllowed();
    }
    return partnership;
  }

  private String name(Map<String, String> asked) {
    return watched.year(asked).whole().name().replace('/', '-');
  }

  private static void head(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
  }

  private static void sheet(Workbook workbook, Table table) {
    Worksheet sheet = workbook.newWorksheet(table.name());
    sheet.freezePane(0, 2);
    sheet.inlineString(0, 0, table.note());
    for (int column = 0; column < table.headings().size(); column++) {
      sheet.width(column, WIDTH);
      sheet.inlineString(1, column, table.headings().get(column));
      sheet.style(1, column).bold().set();
    }
    int row = 2;
    for (List<?> cells : table.rows()) {
      for (int column = 0; column < cells.size(); column++) {
        Object cell = cells.get(column);
        if (cell instanceof Integer number) {
          sheet.value(row, column, number);
        } else {
          sheet.inlineString(row, column, SheetWriter.guarded(Objects.toString(cell, "")));
        }
      }
      row++;
    }
  }
}
