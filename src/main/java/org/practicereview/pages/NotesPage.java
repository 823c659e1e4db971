package org.practicereview.pages;

import java.util.List;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.UnknownCase;
import org.practicereview.notes.Note;
import org.practicereview.notes.ReviewerNotes;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A lead reviewer's own notes in a case. Whoever is named as its reviewer keeps them; whoever was,
 * and still works as a reviewer, reads and destroys their own. For everyone else the page does not
 * exist, and no one finds a sign of another's notes.
 */
@Controller
class NotesPage implements CaseLink {

  private static final String ADDRESS = "notes";

  private final CaseFiles cases;
  private final CaseAccess access;
  private final ReviewerNotes notes;
  private final Partnerships partnerships;

  NotesPage(CaseFiles cases, CaseAccess access, ReviewerNotes notes, Partnerships partnerships) {
    this.cases = cases;
    this.access = access;
    this.notes = notes;
    this.partnerships = partnerships;
  }

  @Override
  public String title() {
    return "Your own notes";
  }

  @Override
  public String path() {
    return ADDRESS;
  }

  @Override
  public boolean isFor(CaseFile caseFile, Sight sight, SignedIn reader) {
    return sight.leadReviewer();
  }

  @GetMapping("/case/{reference}/notes")
  String show(
      @PathVariable("reference") String reference,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseFile caseFile = caseOf(reference, reader);
    List<Note> own = notes.of(reference, reader.userId());
    boolean named = isNamed(reference, reader);
    if (!named && own.isEmpty()) {
      throw new UnknownCase(reference);
    }
    page.addAttribute("case", caseFile);
    page.addAttribute("mayAdd", named);
    page.addAttribute("words", new PlainWords(partnerships.get(caseFile.partnership())));
    page.addAttribute("longest", ReviewerNotes.LONGEST);
    page.addAttribute("notes", own.stream().filter(note -> !note.isDestroyed()).toList());
    page.addAttribute("destroyed", own.stream().filter(Note::isDestroyed).toList());
    return "pages/notes";
  }

  @PostMapping("/case/{reference}/notes")
  String keep(
      @PathVariable("reference") String reference,
      @RequestParam("text") String text,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    requireReviewer(reference, by);
    try {
      notes.keep(reference, by.userId(), text);
    } catch (Refused e) {
      return refused(reference, by, page, "", text, e);
    }
    back.addFlashAttribute("done", "The note is kept. Only you can read it.");
    return toPage(reference);
  }

  @PostMapping("/case/{reference}/notes/{id}")
  String reword(
      @PathVariable("reference") String reference,
      @PathVariable("id") String id,
      @RequestParam("version") int version,
      @RequestParam("text") String text,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    requireReviewer(reference, by);
    try {
      notes.reword(reference, by.userId(), id, version, text);
    } catch (Refused e) {
      return refused(reference, by, page, id, text, e);
    }
    back.addFlashAttribute("done", "The new wording is kept. Only you can read it.");
    return toPage(reference);
  }

  @PostMapping("/case/{reference}/notes/{id}/destruction")
  String destroy(
      @PathVariable("reference") String reference,
      @PathVariable("id") String id,
      @RequestParam(name = "sure", required = false) String sure,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    caseOf(reference, by);
    if (!"yes".equals(sure)) {
      back.addFlashAttribute(
          "refused", "Tick that the note is to be destroyed. Nothing was changed.");
      return toPage(reference);
    }
    try {
      notes.destroy(reference, by.userId(), id);
      back.addFlashAttribute("done", "The note is destroyed. No one can bring it back.");
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return toPage(reference);
  }

  /** The page again, with what was typed: it goes into no session and is not lost. */
  private String refused(
      String reference, SignedIn by, Model page, String id, String typed, RuntimeException why) {
    show(reference, by, page);
    String words = why.getMessage();
    page.addAttribute(
        "refused", (words.endsWith(".") ? words : words + ".") + " Nothing was changed.");
    page.addAttribute("typedFor", id);
    page.addAttribute("typed", typed);
    return "pages/notes";
  }

  private void requireReviewer(String reference, SignedIn by) {
    caseOf(reference, by);
    if (!isNamed(reference, by)) {
      throw new UnknownCase(reference);
    }
  }

  /** The case, for whoever works as a reviewer for its partnership. */
  private CaseFile caseOf(String reference, SignedIn reader) {
    CaseFile caseFile = cases.get(reference);
    if (!reader.is(Role.LEAD_REVIEWER, caseFile.partnership())) {
      throw new UnknownCase(reference);
    }
    return caseFile;
  }

  /** Whether someone is the reviewer of a case that is open. */
  private boolean isNamed(String reference, SignedIn reader) {
    try {
      return access
          .sight(reference, reader.userId(), reader.groups(), reader.tenants())
          .leadReviewer();
    } catch (UnknownCase e) {
      return false;
    }
  }

  private static String toPage(String reference) {
    return "redirect:/case/" + reference + "/" + ADDRESS;
  }
}
