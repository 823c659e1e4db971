package org.practicereview.pages;

import org.practicereview.casefile.CaseAccess;
import org.practicereview.letters.Letter;
import org.practicereview.letters.Letters;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One letter: read it as it will arrive, change its words before it is approved. */
@Controller
class OneLetterPage {

  private final Letters letters;
  private final CaseAccess access;
  private final Partnerships partnerships;

  OneLetterPage(Letters letters, CaseAccess access, Partnerships partnerships) {
    this.letters = letters;
    this.access = access;
    this.partnerships = partnerships;
  }

  @GetMapping("/letters/{id}")
  String show(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn reader, Model page) {
    Letter letter = readable(id, reader);
    page.addAttribute("letter", letter);
    page.addAttribute(
        "changeable", CaseAccess.opensEveryCase(reader.rolesIn(letter.partnership())));
    page.addAttribute("notice", letters.noticeAsSent(id).orElse(null));
    page.addAttribute("settles", OutboxPage.acting(reader).contains(letter.partnership()));
    page.addAttribute("text", letter.isOpen() ? letters.text(id) : "");
    page.addAttribute("words", new PlainWords(partnerships.get(letter.partnership())));
    return "pages/letter";
  }

  @GetMapping("/letters/{id}/letter.pdf")
  ResponseEntity<byte[]> pdf(
      @PathVariable("id") String id, @AuthenticationPrincipal SignedIn reader) {
    Letter letter = readable(id, reader);
    return file(
        letters.previewPdf(id),
        MediaType.APPLICATION_PDF,
        ContentDisposition.inline().filename(letter.caseReference() + ".pdf").build());
  }

  @PostMapping("/letters/{id}")
  String edit(
      @PathVariable("id") String id,
      @RequestParam("text") String text,
      @RequestParam("version") int version,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    changeable(id, by);
    try {
      letters.edit(id, text, version, by.userId());
      back.addFlashAttribute(
          "done", "The letter has new words. It must be approved before it goes.");
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
      back.addFlashAttribute("typed", text);
    }
    return "redirect:/letters/" + id;
  }

  @PostMapping("/letters/{id}/posted")
  String posted(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    changeable(id, by);
    try {
      letters.posted(id, by.userId());
      back.addFlashAttribute("done", "The letter is noted as posted.");
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/letters/" + id;
  }

  private Letter readable(String id, SignedIn reader) {
    Letter letter = letters.get(id);
    if (!access
        .sight(letter.caseReference(), reader.userId(), reader.groups(), reader.tenants())
        .mayReadLetter(letter.template())) {
      throw new NotAllowed();
    }
    return letter;
  }

  /** A reviewer who is named on the case reads its letters; the words are the partnership's. */
  private void changeable(String id, SignedIn by) {
    Letter letter = readable(id, by);
    if (!CaseAccess.opensEveryCase(by.rolesIn(letter.partnership()))) {
      throw new NotAllowed();
    }
  }

  static ResponseEntity<byte[]> file(
      byte[] content, MediaType type, ContentDisposition disposition) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(type);
    headers.setContentDisposition(disposition);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.setCacheControl("no-store");
    return ResponseEntity.ok().headers(headers).body(content);
  }
}
