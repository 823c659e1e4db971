package org.practicereview.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseView;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.engine.AccountNames;
import org.practicereview.forms.AskedAndAnswered;
import org.practicereview.oversight.CasePath;
import org.practicereview.refusals.NotThere;
import org.practicereview.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The path of a case, also of one that is finished: its steps on the pictures of the models as they
 * were, and what was decided, why, by whom and when. What its reader may not know is left out.
 */
@Controller
class CasePathPage {

  private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

  private final CasePage cases;
  private final CaseAccess access;
  private final Answers answers;
  private final CasePath path;
  private final CompletedForms completed;
  private final AccountNames names;

  CasePathPage(
      CasePage cases,
      CaseAccess access,
      Answers answers,
      CasePath path,
      CompletedForms completed,
      AccountNames names) {
    this.cases = cases;
    this.access = access;
    this.answers = answers;
    this.path = path;
    this.completed = completed;
    this.names = names;
  }

  /**
   * A form that someone sent.
   *
   * @param decisions what it decided, with the reasons; empty where it decided nothing
   */
  public record Sent(FormAnswers form, List<AskedAndAnswered.Line> decisions) {}

  @GetMapping("/case/{reference}/path")
  String show(
      @PathVariable String reference,
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseView view = seen(reference, reader);
    Map<String, String> models = path.models(reference, view.partnership());
    page.addAttribute("case", view.file());
    page.addAttribute("sight", view.sight());
    page.addAttribute("models", models);
    page.addAttribute(
        "process",
        models.containsKey(asked.getOrDefault("model", ""))
            ? asked.get("model")
            : models.keySet().stream().findFirst().orElse(""));
    page.addAttribute("sent", sent(view));
    page.addAttribute("names", names.inPartnership(view.partnership().id()));
    page.addAttribute("words", new PlainWords(view.partnership()));
    return "pages/case-path";
  }

  /** The forms that were sent, as far as someone may read them, with what each decided. */
  List<Sent> sent(CaseView view) {
    return access.readable(view.sight(), answers.of(view.reference())).stream()
        .map(form -> new Sent(form, completed.decisions(view.partnership(), form)))
        .toList();
  }

  @GetMapping("/case/{reference}/path.svg")
  ResponseEntity<String> picture(
      @PathVariable String reference,
      @RequestParam("model") String process,
      @AuthenticationPrincipal SignedIn reader) {
    CaseView view = seen(reference, reader);
    return ResponseEntity.ok()
        .contentType(SVG)
        .body(path.picture(reference, view.partnership(), process));
  }

  private CaseView seen(String reference, SignedIn reader) {
    CaseView view = cases.view(reference, reader);
    if (!view.sight().header()) {
      throw new NotThere("The path of this case is not open to you");
    }
    return view;
  }
}
