package org.practicereview.pages;

import static org.practicereview.pages.PageQuestions.COMPLETE_NOTIFICATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.AskedAndAnswered;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.DeployedForms;
import org.practicereview.forms.FormCheck;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormField.Kind;
import org.practicereview.forms.FormSchema;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What is known for the notification, in the order in which the Department's service asks for it,
 * to be copied from; what is missing is marked. For those who may know the child.
 */
@Controller
class NotificationSheetPage implements CaseLink {

  private final CaseFiles cases;
  private final CaseAccess access;
  private final CaseRecords records;
  private final DeployedForms forms;
  private final FormCheck check;
  private final Partnerships partnerships;
  private final CompletedForms completed;

  NotificationSheetPage(
      CaseFiles cases,
      CaseAccess access,
      CaseRecords records,
      DeployedForms forms,
      FormCheck check,
      Partnerships partnerships,
      CompletedForms completed) {
    this.cases = cases;
    this.access = access;
    this.records = records;
    this.forms = forms;
    this.check = check;
    this.partnerships = partnerships;
    this.completed = completed;
  }

  @Override
  public String title() {
    return "Notification sheet";
  }

  @Override
  public String path() {
    return "notification-sheet";
  }

  @Override
  public boolean isFor(CaseFile caseFile, Sight sight, SignedIn reader) {
    return sight.identity();
  }

  /**
   * A line of the sheet.
   *
   * @param label the question, or the name of a row such as "Child 1"
   * @param value what is known, or empty
   * @param heading whether it is the name of a row
   * @param missing whether the national form needs it and nothing is known
   */
  record Line(String label, String value, boolean heading, boolean missing) {}

  @GetMapping("/case/{reference}/notification-sheet")
  String show(
      @PathVariable("reference") String reference,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    if (!access.sight(reference, reader.userId(), reader.groups(), reader.tenants()).identity()) {
      throw new NotAllowed();
    }
    CaseFile caseFile = cases.get(reference);
    Partnership partnership = partnerships.get(caseFile.partnership());
    List<Line> lines = lines(caseFile, completed.asked(partnership));
    page.addAttribute("case", caseFile);
    page.addAttribute("lines", lines);
    page.addAttribute("missing", lines.stream().filter(Line::missing).count());
    return "pages/notification-sheet";
  }

  private List<Line> lines(CaseFile caseFile, AskedAndAnswered asked) {
    FormSchema form = forms.latest().get(COMPLETE_NOTIFICATION.id());
    Map<String, Object> known = records.known(caseFile.reference(), caseFile.partnership(), "");
    List<Integer> hidden = check.hidden(form, known, known);
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < form.fields().size(); at++) {
      FormField field = form.fields().get(at);
      if (field.kind() == Kind.GUIDANCE || field.isShown() || hidden.contains(at)) {
        continue;
      }
      if (field.kind() == Kind.ROWS) {
        rows(field, known.get(field.key()), asked, lines);
      } else {
        lines.add(line(field, known.get(field.key()), asked));
      }
    }
    return lines;
  }

  private static void rows(
      FormField field, Object value, AskedAndAnswered asked, List<Line> lines) {
    List<?> rows = value instanceof List<?> list ? list : List.of();
    if (rows.isEmpty() && field.required()) {
      lines.add(new Line(field.label(), "", false, true));
    }
    int number = 0;
    for (Object row : rows) {
      lines.add(new Line(field.label() + " " + ++number, "", true, false));
      Map<?, ?> cells = row instanceof Map<?, ?> map ? map : Map.of();
      for (FormField question : field.rows()) {
        boolean depends = !question.asked().hiddenWhen().isEmpty();
        Object cell = cells.get(question.key());
        if (cell != null || !depends) {
          lines.add(line(question, cell, asked));
        }
      }
    }
  }

  private static Line line(FormField field, Object value, AskedAndAnswered asked) {
    String said = asked.line(field, value).map(AskedAndAnswered.Line::answer).orElse("");
    return new Line(field.label(), said, false, said.isBlank() && field.required());
  }
}
