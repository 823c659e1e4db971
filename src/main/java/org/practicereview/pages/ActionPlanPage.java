package org.practicereview.pages;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The action plan of a case as a table, for those who see every case of the partnership. */
@Controller
class ActionPlanPage implements CaseLink {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ActionPlans plans;
  private final CaseFiles cases;
  private final CaseAccess access;
  private final Clocks clocks;
  private final Partnerships partnerships;
  private final AuditTrail audit;
  private final Clock clock;

  ActionPlanPage(
      ActionPlans plans,
      CaseFiles cases,
      CaseAccess access,
      Clocks clocks,
      Partnerships partnerships,
      AuditTrail audit,
      Clock clock) {
    this.plans = plans;
    this.cases = cases;
    this.access = access;
    this.clocks = clocks;
    this.partnerships = partnerships;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String title() {
    return "Action plan";
  }

  @Override
  public String path() {
    return "plan";
  }

  @Override
  public boolean isFor(CaseFile caseFile, Sight sight, SignedIn reader) {
    return sight.header() && plans.exists(caseFile.reference());
  }

  @GetMapping("/case/{reference}/plan")
  String show(
      @PathVariable("reference") String reference,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseFile caseFile = seen(reference, reader);
    page.addAttribute("case", caseFile);
    page.addAttribute("words", words(caseFile));
    page.addAttribute("actions", plans.of(reference));
    page.addAttribute("today", LocalDate.now(clock));
    page.addAttribute("approvedOn", plans.approvedOn(reference).orElse(null));
    page.addAttribute("signedOffOn", plans.signedOffOn(reference).orElse(null));
    page.addAttribute(
        "reportDueOn",
        clocks
            .find(new ClockName(reference, "action-plan-report", ""))
            .filter(Deadline::isOpen)
            .map(Deadline::dueOn)
            .orElse(null));
    return "pages/plan";
  }

  @GetMapping("/case/{reference}/plan.csv")
  ResponseEntity<byte[]> table(
      @PathVariable("reference") String reference, @AuthenticationPrincipal SignedIn reader) {
    CaseFile caseFile = seen(reference, reader);
    PlainWords words = words(caseFile);
    String table =
        Stream.concat(
                Stream.of(
                    List.of(
                        "Action",
                        "Recommendation",
                        "To be done",
                        "Lead agency",
                        "Owner",
                        "Start",
                        "Due",
                        "Extended",
                        "State",
                        "RAG",
                        "Last report",
                        "Progress",
                        "Evidence",
                        "Expected outcome",
                        "Measure of impact",
                        "Remarks")),
                plans.of(reference).stream().map(action -> cells(action, words)))
            .map(row -> row.stream().map(ActionPlanPage::cell).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    audit.record(reference, reader.userId(), "The action plan was exported as a table.");
    return OneLetterPage.file(
        table.getBytes(StandardCharsets.UTF_8),
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        ContentDisposition.attachment().filename(reference + "-action-plan.csv").build());
  }

  private static List<String> cells(PlannedAction action, PlainWords words) {
    return List.of(
        action.code(),
        action.recommendation(),
        action.text(),
        words.agency(action.leadAgency()),
        action.ownerRole(),
        words.day(action.startOn()),
        words.day(action.dueOn()),
        action.extended() ? "yes" : "no",
        action.state().words(),
        action.rag(),
        words.day(action.reportedOn()),
        action.progress(),
        Stream.concat(
                Stream.of(action.evidenceText()),
                action.evidence().stream().map(PlannedAction.Evidence::name))
            .filter(evidence -> !evidence.isEmpty())
            .collect(Collectors.joining("; ")),
        action.outcome(),
        action.impactMeasure(),
        action.remarks());
  }

  /** A cell that no spreadsheet takes for a formula, whatever someone typed. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }

  private CaseFile seen(String reference, SignedIn reader) {
    if (!access.sight(reference, reader.userId(), reader.groups(), reader.tenants()).header()) {
      throw new NotAllowed();
    }
    return cases.get(reference);
  }

  private PlainWords words(CaseFile caseFile) {
    Partnership partnership = partnerships.get(caseFile.partnership());
    return new PlainWords(partnership);
  }
}
