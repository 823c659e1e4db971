package org.practicereview.pages;

import java.util.List;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.register.ArchiveEntry;
import org.practicereview.register.ArchivedReview;
import org.practicereview.register.ArchivedReviews;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The serious case reviews from before September 2019. Everyone who works for a partnership reads
 * its own; its business manager enters and corrects them; one is taken out when the head of
 * safeguarding agrees. Where an entry is refused, the page comes again with what was typed: it goes
 * into no session.
 */
@Controller
class ArchivePage {

  private final ArchivedReviews reviews;
  private final Partnerships partnerships;

  ArchivePage(ArchivedReviews reviews, Partnerships partnerships) {
    this.reviews = reviews;
    this.partnerships = partnerships;
  }

  /** The reviews of one partnership, and what the reader may do with them. */
  public record Shelf(
      String id,
      String name,
      List<ArchivedReview> reviews,
      List<ArchivedReview> ended,
      boolean mayEnter,
      boolean mayDecide,
      PlainWords words) {}

  @GetMapping("/archive")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    page.addAttribute("name", ArchivedReview.NAME);
    page.addAttribute("none", ArchiveEntry.EMPTY);
    page.addAttribute(
        "shelves",
        partnerships.all().stream()
            .filter(one -> reader.tenants().contains(one.id()))
            .map(one -> shelf(one, reader))
            .toList());
    return "pages/archive";
  }

  private Shelf shelf(Partnership partnership, SignedIn reader) {
    boolean mayEnter = reader.is(Role.BUSINESS_MANAGER, partnership.id());
    boolean mayDecide = reader.is(Role.HEAD_OF_SAFEGUARDING, partnership.id());
    return new Shelf(
        partnership.id(),
        partnership.name(),
        reviews.of(partnership.id()),
        mayEnter || mayDecide || reader.is(Role.AUDITOR)
            ? reviews.ended(partnership.id())
            : List.of(),
        mayEnter,
        mayDecide,
        new PlainWords(partnership));
  }

  @PostMapping("/archive")
  String enter(
      @RequestParam("partnership") String partnership,
      @ModelAttribute("typed") ArchiveEntry typed,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    require(by, Role.BUSINESS_MANAGER, partnership);
    try {
      reviews.enter(partnership, typed, by.userId());
    } catch (Refused e) {
      page.addAttribute("refused", e.getMessage() + ". Nothing was entered.");
      page.addAttribute("typedFor", partnership);
      return show(by, page);
    }
    return done(back, "The review was entered.");
  }

  @GetMapping("/archive/{partnership}/{id}")
  String entry(
      @PathVariable("partnership") String partnership,
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn reader,
      RedirectAttributes back,
      Model page) {
    boolean mayEnter = reader.is(Role.BUSINESS_MANAGER, partnership);
    if (!mayEnter) {
      require(reader, Role.HEAD_OF_SAFEGUARDING, partnership);
    }
    try {
      ArchivedReview review = reviews.get(partnership, id);
      page.addAttribute("review", review);
      page.addAttribute("partnership", partnership);
      page.addAttribute("mayEnter", mayEnter);
      page.addAttribute(
          "mayDecide",
          reader.is(Role.HEAD_OF_SAFEGUARDING, partnership)
              && review.end() != null
              && !review.end().askedBy().equals(reader.userId()));
      page.addAttribute("words", new PlainWords(partnerships.get(partnership)));
      if (!page.containsAttribute("typed")) {
        page.addAttribute("typed", review.entry());
      }
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
      return "redirect:/archive";
    }
    return "pages/archive-entry";
  }

  @PostMapping("/archive/{partnership}/{id}/correct")
  String correct(
      @PathVariable("partnership") String partnership,
      @PathVariable("id") String id,
      @ModelAttribute("typed") ArchiveEntry typed,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    require(by, Role.BUSINESS_MANAGER, partnership);
    try {
      reviews.correct(partnership, id, typed, reason, by.userId());
    } catch (Refused e) {
      page.addAttribute("reason", reason);
      page.addAttribute("refused", e.getMessage() + ". Nothing was changed.");
      return entry(partnership, id, by, back, page);
    }
    return done(back, "The review was corrected.");
  }

  @PostMapping("/archive/{partnership}/{id}/take-out")
  String takeOut(
      @PathVariable("partnership") String partnership,
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    require(by, Role.BUSINESS_MANAGER, partnership);
    try {
      reviews.askRemoval(partnership, id, reason, by.userId());
    } catch (Refused e) {
      page.addAttribute("removalReason", reason);
      page.addAttribute("refused", e.getMessage() + ". Nothing was changed.");
      return entry(partnership, id, by, back, page);
    }
    return done(
        back,
        new PlainWords(partnerships.get(partnership))
            .say("The review stays here until the head of safeguarding agrees."));
  }

  @PostMapping("/archive/{partnership}/{id}/decide")
  String decide(
      @PathVariable("partnership") String partnership,
      @PathVariable("id") String id,
      @RequestParam("remove") boolean remove,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    require(by, Role.HEAD_OF_SAFEGUARDING, partnership);
    try {
      reviews.decideRemoval(partnership, id, remove, by.userId());
    } catch (Refused e) {
      page.addAttribute("refused", e.getMessage() + ". Nothing was changed.");
      return entry(partnership, id, by, back, page);
    }
    return done(back, remove ? "The review was taken out." : "The review stays in the archive.");
  }

  private static String done(RedirectAttributes back, String what) {
    back.addFlashAttribute("done", what);
    return "redirect:/archive";
  }

  private static void require(SignedIn by, Role role, String partnership) {
    if (!by.is(role, partnership)) {
      throw new NotAllowed();
    }
  }
}
