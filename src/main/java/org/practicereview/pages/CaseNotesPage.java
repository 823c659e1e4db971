package org.practicereview.pages;

import org.practicereview.casefile.CaseView;
import org.practicereview.oversight.CaseNotes;
import org.practicereview.oversight.CaseNotesSection;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes the notes of managers that the case page shows, and takes them back. */
@Controller
class CaseNotesPage {

  private final CasePage casePage;
  private final CaseNotes notes;

  CaseNotesPage(CasePage casePage, CaseNotes notes) {
    this.casePage = casePage;
    this.notes = notes;
  }

  @PostMapping("/case/{reference}/case-notes")
  String write(
      @PathVariable("reference") String reference,
      @RequestParam(name = "text", defaultValue = "") String text,
      @RequestParam(name = "for", defaultValue = "me") String readers,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    CaseView view = casePage.view(reference, by);
    if (!CaseNotesSection.mayWrite(view)) {
      throw new NotAllowed();
    }
    boolean forColleagues = readers.equals("colleagues");
    try {
      notes.write(reference, by.userId(), text, forColleagues);
    } catch (Refused e) {
      // The page again, with what was typed: it goes into no session and is not lost.
      String shown = casePage.show(reference, by, page);
      page.addAttribute("refused", e.getMessage() + ". Nothing was changed.");
      page.addAttribute("noteTyped", text);
      page.addAttribute("noteFor", readers);
      return shown;
    }
    back.addFlashAttribute(
        "done",
        forColleagues
            ? "The note was written. Colleagues who may know the child can read it."
            : "The note was written. Only you can read it.");
    return "redirect:/case/" + reference + "#case-notes";
  }

  /** Only the author can; a note of someone else is not there for them. */
  @PostMapping("/case/{reference}/case-notes/{id}/take-back")
  String takeBack(
      @PathVariable("reference") String reference,
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    casePage.view(reference, by);
    try {
      notes.takeBack(reference, by.userId(), id);
      back.addFlashAttribute("done", "The note was taken back. What it said is gone.");
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/case/" + reference + "#case-notes";
  }
}
