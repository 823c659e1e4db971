package org.practicereview.pages;

import java.time.LocalDate;
import org.practicereview.absence.NamedCovers;
import org.practicereview.absence.NamedCovers.Wanted;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who covers for whom on a case, entered on its page by those who name people on it. */
@Controller
class CoverActions {

  private final CaseFiles cases;
  private final CaseAccess access;
  private final Partnerships partnerships;
  private final NamedCovers covers;

  CoverActions(CaseFiles cases, CaseAccess access, Partnerships partnerships, NamedCovers covers) {
    this.cases = cases;
    this.access = access;
    this.partnerships = partnerships;
    this.covers = covers;
  }

  @PostMapping("/case/{reference}/covers")
  String enter(
      @PathVariable("reference") String reference,
      @RequestParam(name = "away", defaultValue = "") String away,
      @RequestParam(name = "cover", defaultValue = "") String cover,
      @RequestParam(name = "from", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate from,
      @RequestParam(name = "until", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate until,
      @RequestParam(name = "independent", defaultValue = "false") boolean independent,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    mayName(reference, by);
    // As the list offers it: role, agency and account.
    String account = cover.substring(cover.lastIndexOf('/') + 1);
    try {
      covers.enter(reference, new Wanted(away, account, from, until, independent), by.userId());
      back.addFlashAttribute("done", "The cover is entered. Both are told by mail.");
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/case/" + reference;
  }

  @PostMapping("/case/{reference}/covers/{id}/end")
  String end(
      @PathVariable("reference") String reference,
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    mayName(reference, by);
    boolean begun = covers.end(reference, id, by.userId());
    back.addFlashAttribute(
        "done",
        begun
            ? "The cover has ended. It no longer lets them see this case. They are told by mail."
            : "The cover was taken back before its first day. They are told by mail.");
    return "redirect:/case/" + reference;
  }

  private void mayName(String reference, SignedIn by) {
    access.sight(reference, by.userId(), by.groups(), by.tenants());
    Partnership partnership = partnerships.get(cases.get(reference).partnership());
    if (!CaseActions.allowed(partnership, by.rolesIn(partnership.id())).contains("people")) {
      throw new NotAllowed();
    }
  }
}
