package org.practicereview.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.practicereview.report.Copies;
import org.practicereview.report.CopyGone;
import org.practicereview.report.Reading;
import org.practicereview.report.ReadingCopy;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Copies of a draft that can be read and not kept: shown page by page to those they were given to,
 * and kept an eye on by the business manager.
 */
@Controller
class CopiesPage {

  private final Copies copies;
  private final CaseFiles cases;
  private final CaseAccess access;
  private final Partnerships partnerships;
  private final Clock clock;

  CopiesPage(
      Copies copies, CaseFiles cases, CaseAccess access, Partnerships partnerships, Clock clock) {
    this.copies = copies;
    this.cases = cases;
    this.access = access;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /**
   * A line of the list.
   *
   * @param state how it stands, in words
   * @param open whether it can be read now
   */
  public record Line(
      ReadingCopy copy, String holder, String state, boolean open, List<Reading> readings) {}

  @GetMapping("/case/{reference}/copies")
  String list(
      @PathVariable("reference") String reference,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    Sight sight = access.sight(reference, reader.userId(), reader.groups(), reader.tenants());
    PlainWords words = words(reference);
    page.addAttribute("reference", reference);
    page.addAttribute("words", words);
    page.addAttribute("mayAct", mayAct(reference, reader));
    page.addAttribute("own", copies.readableBy(reference, reader.groups(), reader.tenants()));
    page.addAttribute("keeps", sight.identity());
    page.addAttribute(
        "lines",
        sight.identity()
            ? copies.of(reference).stream().map(copy -> line(copy, words)).toList()
            : List.of());
    return "pages/copies";
  }

  private Line line(ReadingCopy copy, PlainWords words) {
    LocalDate today = LocalDate.now(clock);
    String state =
        copy.isRevoked()
            ? "Taken back " + words.moment(copy.revokedAt()) + ". " + copy.revokedReason()
            : copy.isExpired(today) ? "Its time is over" : "Can be read";
    return new Line(
        copy, holder(copy, words), state, copy.isOpen(today), copies.readings(copy.id()));
  }

  private static String holder(ReadingCopy copy, PlainWords words) {
    return copy.holder().startsWith(ReadingCopy.ROLE)
        ? words.code(copy.holder().substring(ReadingCopy.ROLE.length()))
        : words.agency(copy.holder());
  }

  @PostMapping("/case/{reference}/copies/revocation")
  String revoke(
      @PathVariable("reference") String reference,
      @RequestParam("copy") String copy,
      @RequestParam("reason") String reason,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return act(
        reference,
        copy,
        by,
        back,
        () -> copies.revoke(copy, by.userId(), reason),
        "The copy was taken back. It can no longer be read.");
  }

  @PostMapping("/case/{reference}/copies/prolongation")
  String prolong(
      @PathVariable("reference") String reference,
      @RequestParam("copy") String copy,
      @RequestParam("until") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return act(
        reference,
        copy,
        by,
        back,
        () -> copies.prolong(copy, until, by.userId()),
        "The copy can be read until the new day.");
  }

  private String act(
      String reference,
      String copy,
      SignedIn by,
      RedirectAttributes back,
      Runnable work,
      String done) {
    access.sight(reference, by.userId(), by.groups(), by.tenants());
    if (!mayAct(reference, by)) {
      throw new NotAllowed();
    }
    if (copies.of(reference).stream().noneMatch(one -> one.id().equals(copy))) {
      throw new NotThere(copy);
    }
    try {
      work.run();
      back.addFlashAttribute("done", done);
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/case/" + reference + "/copies";
  }

  @GetMapping("/copies/{id}")
  String read(
      @PathVariable("id") String id,
      @RequestParam(name = "page", defaultValue = "1") int number,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    ReadingCopy copy = copies.open(id, reader.groups(), reader.tenants());
    page.addAttribute("text", copies.words(copy, number));
    page.addAttribute("copy", copy);
    page.addAttribute("number", number);
    page.addAttribute("pages", copies.pages(copy));
    page.addAttribute("words", words(copy.caseReference()));
    return "pages/copy";
  }

  @GetMapping("/copies/{id}/pages/{page}")
  ResponseEntity<byte[]> picture(
      @PathVariable("id") String id,
      @PathVariable("page") int page,
      @AuthenticationPrincipal SignedIn reader) {
    ReadingCopy copy = copies.open(id, reader.groups(), reader.tenants());
    return OneLetterPage.file(
        copies.picture(copy, page, reader.userId()),
        MediaType.IMAGE_PNG,
        ContentDisposition.inline().build());
  }

  @ExceptionHandler(CopyGone.class)
  @ResponseStatus(HttpStatus.GONE)
  String gone(CopyGone gone, Model page, @AuthenticationPrincipal SignedIn reader) {
    page.addAttribute("signedIn", reader.userId());
    page.addAttribute("doors", List.of());
    page.addAttribute("sentence", gone.getMessage());
    return "pages/copy-gone";
  }

  private PlainWords words(String reference) {
    CaseFile caseFile = cases.get(reference);
    return new PlainWords(partnerships.get(caseFile.partnership()));
  }

  private boolean mayAct(String reference, SignedIn reader) {
    return reader.is(Role.BUSINESS_MANAGER, cases.get(reference).partnership());
  }
}
