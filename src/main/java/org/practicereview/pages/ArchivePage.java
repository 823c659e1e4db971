package org.practicereview.pages;

import java.time.LocalDate;
import java.util.List;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.register.ArchivedReview;
import org.practicereview.register.ArchivedReviews;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The serious case reviews from before September 2019. Everyone who works for a partnership reads
 * its own; its business manager enters them; no one changes one.
 */
@Controller
class ArchivePage {

  private final ArchivedReviews reviews;
  private final Partnerships partnerships;

  ArchivePage(ArchivedReviews reviews, Partnerships partnerships) {
    this.reviews = reviews;
    this.partnerships = partnerships;
  }

  /** The reviews of one partnership, and whether the reader may enter more. */
  public record Shelf(
      String id, String name, List<ArchivedReview> reviews, boolean mayEnter, PlainWords words) {}

  @GetMapping("/archive")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    page.addAttribute("name", ArchivedReview.NAME);
    page.addAttribute(
        "shelves",
        partnerships.all().stream()
            .filter(one -> reader.tenants().contains(one.id()))
            .map(one -> shelf(one, reader))
            .toList());
    return "pages/archive";
  }

  private Shelf shelf(Partnership partnership, SignedIn reader) {
    return new Shelf(
        partnership.id(),
        partnership.name(),
        reviews.of(partnership.id()),
        reader.is(Role.BUSINESS_MANAGER, partnership.id()),
        new PlainWords(partnership));
  }

  @PostMapping("/archive")
  String enter(
      @RequestParam("partnership") String partnership,
      @RequestParam("title") String title,
      @RequestParam("begunOn") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate begunOn,
      @RequestParam(name = "publishedOn", required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate publishedOn,
      @RequestParam(name = "foundAt", defaultValue = "") String foundAt,
      @RequestParam("learning") String learning,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    if (!by.is(Role.BUSINESS_MANAGER, partnership)) {
      throw new NotAllowed();
    }
    try {
      reviews.enter(partnership, title, begunOn, publishedOn, foundAt, learning, by.userId());
      back.addFlashAttribute("done", "The review was entered. It cannot be changed.");
    } catch (IllegalArgumentException e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was entered.");
    }
    return "redirect:/archive";
  }
}
