package org.practicereview.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.practicereview.absence.Absence;
import org.practicereview.absence.Absences;
import org.practicereview.absence.Colleagues.Colleague;
import org.practicereview.absence.HandOver;
import org.practicereview.engine.AccountNames;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where someone says that they are away, and who does their work meanwhile. */
@Controller
class AwayPage {

  private final Absences absences;
  private final HandOver handOver;
  private final Partnerships partnerships;
  private final AccountNames names;
  private final Clock clock;

  AwayPage(
      Absences absences,
      HandOver handOver,
      Partnerships partnerships,
      AccountNames names,
      Clock clock) {
    this.absences = absences;
    this.handOver = handOver;
    this.partnerships = partnerships;
    this.names = names;
    this.clock = clock;
  }

  /**
   * A partnership in which the reader works.
   *
   * @param colleagues those who have the same roles
   * @param namedOn cases on which the reader is named, which no cover sees
   */
  public record Place(
      Partnership partnership,
      PlainWords words,
      List<Colleague> colleagues,
      List<String> namedOn) {}

  @GetMapping("/away")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    List<Absence> known = absences.concerning(reader.userId());
    page.addAttribute(
        "places",
        reader.tenants().stream()
            .filter(tenant -> !reader.rolesIn(tenant).isEmpty())
            .map(
                tenant ->
                    new Place(
                        partnerships.get(tenant),
                        new PlainWords(partnerships.get(tenant)),
                        absences.eligible(tenant, reader.userId()),
                        handOver.namedOn(tenant, reader.userId())))
            .toList());
    page.addAttribute("absences", known);
    page.addAttribute(
        "names", names.of(known.stream().flatMap(one -> Stream.of(one.userId(), one.cover()))));
    page.addAttribute("reader", reader);
    page.addAttribute("today", LocalDate.now(clock));
    page.addAttribute("plain", new PlainWords(partnerships.all().get(0)));
    return "pages/away";
  }

  @PostMapping("/away")
  String enter(
      @RequestParam("partnership") String partnership,
      @RequestParam(name = "cover", defaultValue = "") String cover,
      @RequestParam(name = "from", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate from,
      @RequestParam(name = "until", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate until,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    if (!by.tenants().contains(partnership)) {
      throw new NotAllowed();
    }
    try {
      absences.enter(partnership, by.userId(), cover, from, until);
      back.addFlashAttribute(
          "done", "Your absence is entered. %s was told.".formatted(names.of(cover)));
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/away";
  }

  @PostMapping("/away/{id}/end")
  String end(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    absences.end(id, by.userId());
    back.addFlashAttribute("done", "Your absence has ended. What was handed over stays there.");
    return "redirect:/away";
  }
}
