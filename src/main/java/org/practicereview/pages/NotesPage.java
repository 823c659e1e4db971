package org.practicereview.pages;

import java.util.List;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.UnknownCase;
import org.practicereview.notes.Note;
import org.practicereview.notes.NotesClosed;
import org.practicereview.notes.ReviewerNotes;
import org.practicereview.partnership.Partnerships;
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
 * A lead reviewer's own notes in a case. For everybody else the page does not exist; another lead
 * reviewer finds their own notes there, and no sign of those of others.
 */
@Controller
class NotesPage {

  private final CaseFiles cases;
  private final ReviewerNotes notes;
  private final Partnerships partnerships;

  NotesPage(CaseFiles cases, ReviewerNotes notes, Partnerships partnerships) {
    this.cases = cases;
    this.notes = notes;
    this.partnerships = partnerships;
  }

  @GetMapping("/case/{reference}/notes")
  String show(
      @PathVariable("reference") String reference,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseFile caseFile = reviewed(reference, reader);
    page.addAttribute("case", caseFile);
    page.addAttribute("words", new PlainWords(partnerships.get(caseFile.partnership())));
    page.addAttribute("longest", ReviewerNotes.LONGEST);
    List<Note> own = notes.of(reference, reader.userId());
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
    CaseFile caseFile = reviewed(reference, by);
    try {
      requireOpen(caseFile);
      notes.keep(reference, by.userId(), text);
    } catch (IllegalArgumentException | IllegalStateException | NotesClosed e) {
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
    CaseFile caseFile = reviewed(reference, by);
    try {
      requireOpen(caseFile);
      notes.reword(reference, by.userId(), id, version, text);
    } catch (IllegalArgumentException | IllegalStateException | NotesClosed e) {
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
    reviewed(reference, by);
    if (!"yes".equals(sure)) {
      back.addFlashAttribute(
          "refused", "Tick that the note is to be destroyed. Nothing was changed.");
      return toPage(reference);
    }
    try {
      notes.destroy(reference, by.userId(), id);
      back.addFlashAttribute("done", "The note is destroyed. Nobody can bring it back.");
    } catch (IllegalStateException e) {
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

  private CaseFile reviewed(String reference, SignedIn reader) {
    CaseFile caseFile = cases.get(reference);
    if (!reader.is(Role.LEAD_REVIEWER) || !reader.tenants().contains(caseFile.partnership())) {
      throw new UnknownCase(reference);
    }
    return caseFile;
  }

  private static void requireOpen(CaseFile caseFile) {
    if (!caseFile.isOpen()) {
      throw new IllegalStateException("The case is closed; notes can only be read and destroyed");
    }
  }

  private static String toPage(String reference) {
    return "redirect:/case/" + reference + "/notes";
  }
}
