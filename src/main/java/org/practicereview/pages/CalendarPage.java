package org.practicereview.pages;

import java.time.LocalDate;
import java.util.List;
import org.practicereview.deadlines.Clocks;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bank holidays that were proclaimed on their own, and what entering one does to the clocks. */
@Controller
class CalendarPage {

  private final Clocks clocks;
  private final Partnerships partnerships;

  CalendarPage(Clocks clocks, Partnerships partnerships) {
    this.clocks = clocks;
    this.partnerships = partnerships;
  }

  @GetMapping("/calendar")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    page.addAttribute("proclaimed", clocks.proclaimed());
    page.addAttribute("mayAct", mayAct(reader));
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/calendar";
  }

  @PostMapping("/calendar")
  String proclaim(
      @RequestParam("date") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
      @RequestParam("name") String name,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    if (!mayAct(by)) {
      throw new NotAllowed();
    }
    try {
      int moved = clocks.proclaim(date, name, by.userId()).size();
      back.addFlashAttribute("done", "The day was entered. Clocks that moved: " + moved + ".");
    } catch (IllegalArgumentException | IllegalStateException e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/calendar";
  }

  private static boolean mayAct(SignedIn reader) {
    return List.of("camunda-admin", "model-administrator").stream()
        .anyMatch(reader.groups()::contains);
  }
}
