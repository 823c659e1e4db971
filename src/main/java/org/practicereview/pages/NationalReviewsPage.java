package org.practicereview.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseReach;
import org.practicereview.casefile.CaseView;
import org.practicereview.learning.NationalAnswer;
import org.practicereview.learning.NationalAnswers;
import org.practicereview.learning.NationalLine;
import org.practicereview.learning.NationalLine.Done;
import org.practicereview.learning.NationalReview;
import org.practicereview.learning.NationalReviewEntry;
import org.practicereview.learning.NationalReviews;
import org.practicereview.oversight.CaseProgress;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
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
 * National reviews: a business manager enters one for all partnerships, and those who see every
 * case of a partnership see what it answers and how far its actions are.
 */
@Controller
class NationalReviewsPage {

  private static final String ADDRESS = "/national-reviews";
  private static final String TO = "redirect:" + ADDRESS;
  private static final int MORE_ROWS = 4;

  private final Watched watched;
  private final CasePage casePage;
  private final NationalReviews reviews;
  private final NationalAnswers answers;
  private final CaseProgress progress;
  private final Partnerships partnerships;
  private final AuditTrail audit;
  private final Clock clock;

  NationalReviewsPage(
      Watched watched,
      CasePage casePage,
      NationalReviews reviews,
      NationalAnswers answers,
      CaseProgress progress,
      Partnerships partnerships,
      AuditTrail audit,
      Clock clock) {
    this.watched = watched;
    this.casePage = casePage;
    this.reviews = reviews;
    this.answers = answers;
    this.progress = progress;
    this.partnerships = partnerships;
    this.audit = audit;
    this.clock = clock;
  }

  /** How far a partnership is with a review: with how many recommendations, and their actions. */
  public record Row(
      String reference, NationalLine.Published review, int local, boolean decided, Done done) {}

  /** What one partnership answers. */
  public record Shelf(Partnership partnership, List<Row> rows) {}

  /** Where the page of a file is that answers a national review. */
  static String path(String reference) {
    return ADDRESS + "/" + reference;
  }

  @GetMapping(ADDRESS)
  String show(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseReach reach = watched.reach(reader);
    String partnership = Watched.partnership(asked, reach);
    List<String> shown = partnership.isEmpty() ? reach.whole() : List.of(partnership);
    List<NationalLine> lines = answers.lines(shown);
    page.addAttribute(
        "shelves",
        shown.stream().map(id -> new Shelf(partnerships.get(id), rows(id, lines))).toList());
    page.addAttribute("mayEnter", !managed(reader).isEmpty());
    page.addAttribute("words", new PlainWords(partnerships.get(shown.get(0))));
    return "pages/national-reviews";
  }

  private static List<Row> rows(String partnership, List<NationalLine> lines) {
    return lines.stream()
        .filter(line -> line.partnership().equals(partnership))
        .collect(
            Collectors.groupingBy(NationalLine::reference, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(
            of ->
                new Row(
                    of.get(0).reference(),
                    of.get(0).review(),
                    of.size(),
                    of.get(0).decided(),
                    of.stream().map(NationalLine::done).reduce(Done::plus).orElseThrow()))
        .toList();
  }

  @GetMapping(ADDRESS + "/new")
  String begin(@AuthenticationPrincipal SignedIn reader, Model page) {
    List<String> managed = managed(reader);
    if (managed.isEmpty()) {
      throw new NotAllowed();
    }
    return form(page, NationalReviewEntry.EMPTY, managed.get(0), ADDRESS);
  }

  @PostMapping(ADDRESS)
  String enter(
      @ModelAttribute("typed") NationalReviewEntry typed,
      @RequestParam("partnership") String partnership,
      @RequestParam(name = "more", required = false) String more,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    requireManaged(by, partnership);
    if (more != null) {
      return form(page, withMore(typed), partnership, ADDRESS);
    }
    if (wrong(page, typed, partnership)) {
      return form(page, typed, partnership, ADDRESS);
    }
    try {
      reviews.enter(typed, partnership, by.userId());
    } catch (Refused e) {
      page.addAttribute("refused", e.getMessage() + ". Nothing was entered.");
      return form(page, typed, partnership, ADDRESS);
    }
    back.addFlashAttribute(
        "done",
        "The review was entered. Every partnership has the task to decide what it means there.");
    return TO;
  }

  @GetMapping(ADDRESS + "/{reference}")
  String one(
      @PathVariable("reference") String reference,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseView view = seen(reference, reader);
    NationalAnswer answer = answers.in(reference);
    page.addAttribute("answered", answer);
    page.addAttribute("partnership", view.partnership());
    page.addAttribute("work", progress.openWork(reference));
    page.addAttribute("trail", reversed(audit.of(reference)));
    page.addAttribute("themeNames", reviews.themeChoices(view.partnership().id()));
    page.addAttribute("mayCorrect", mayCorrect(answer.review(), reader));
    page.addAttribute("today", LocalDate.now(clock));
    page.addAttribute("words", new PlainWords(view.partnership()));
    return "pages/national-review";
  }

  @GetMapping(ADDRESS + "/{reference}/correct")
  String correction(
      @PathVariable("reference") String reference,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    NationalReview review = toCorrect(reference, reader);
    return form(page, review.entry(), review.enteredIn(), path(reference) + "/correct");
  }

  @PostMapping(ADDRESS + "/{reference}/correct")
  String correct(
      @PathVariable("reference") String reference,
      @ModelAttribute("typed") NationalReviewEntry typed,
      @RequestParam(name = "more", required = false) String more,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    NationalReview review = toCorrect(reference, by);
    String place = path(reference) + "/correct";
    if (more != null) {
      return form(page, withMore(typed), review.enteredIn(), place);
    }
    if (wrong(page, typed, review.enteredIn())) {
      return form(page, typed, review.enteredIn(), place);
    }
    try {
      reviews.correct(reference, typed, by.userId());
    } catch (Refused e) {
      page.addAttribute("refused", e.getMessage() + ". Nothing was changed.");
      return form(page, typed, review.enteredIn(), place);
    }
    back.addFlashAttribute("done", "The review was corrected in every partnership.");
    return "redirect:" + path(reference);
  }

  private static <T> List<T> reversed(List<T> all) {
    List<T> latestFirst = new ArrayList<>(all);
    Collections.reverse(latestFirst);
    return latestFirst;
  }

  private String form(Model page, NationalReviewEntry typed, String partnership, String place) {
    page.addAttribute(
        "typed",
        typed.withRows(Math.max(NationalReviewEntry.FEWEST_ROWS, typed.recommendations().size())));
    page.addAttribute("enteredIn", partnership);
    page.addAttribute("place", place);
    page.addAttribute("isNew", place.equals(ADDRESS));
    page.addAttribute("themeNames", reviews.themeChoices(partnership));
    page.addAttribute("today", LocalDate.now(clock));
    if (!page.containsAttribute("wrong")) {
      page.addAttribute("wrong", Map.of());
    }
    return "pages/national-review-form";
  }

  private boolean wrong(Model page, NationalReviewEntry typed, String partnership) {
    Map<String, String> wrong = reviews.problems(typed, partnership);
    page.addAttribute("wrong", wrong);
    return !wrong.isEmpty();
  }

  private static NationalReviewEntry withMore(NationalReviewEntry typed) {
    return typed.withRows(typed.recommendations().size() + MORE_ROWS);
  }

  private CaseView seen(String reference, SignedIn reader) {
    CaseView view = casePage.view(reference, reader);
    if (!view.sight().header()) {
      throw new NotAllowed();
    }
    return view;
  }

  private NationalReview toCorrect(String reference, SignedIn reader) {
    seen(reference, reader);
    NationalReview review = answers.in(reference).review();
    if (!mayCorrect(review, reader)) {
      throw new NotAllowed();
    }
    return review;
  }

  private boolean mayCorrect(NationalReview review, SignedIn reader) {
    return managed(reader).contains(review.enteredIn()) && reviews.mayBeCorrected(review);
  }

  private static List<String> managed(SignedIn reader) {
    return reader.partnershipsAs(List.of(Role.BUSINESS_MANAGER.id()));
  }

  private static void requireManaged(SignedIn by, String partnership) {
    if (!managed(by).contains(partnership)) {
      throw new NotAllowed();
    }
  }
}
