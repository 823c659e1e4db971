package org.practicereview.pages;

import java.time.LocalDate;
import java.util.List;
import org.practicereview.deadlines.ClockEffect;
import org.practicereview.deadlines.Clocks;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bank holidays that were proclaimed on their own, and what entering or taking back one does. */
@Controller
class BankHolidaysPage {

  private final Clocks clocks;
  private final Partnerships partnerships;

  BankHolidaysPage(Clocks clocks, Partnerships partnerships) {
    this.clocks = clocks;
    this.partnerships = partnerships;
  }

  @GetMapping("/bank-holidays")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    page.addAttribute("proclaimed", clocks.proclaimed());
    page.addAttribute("mayAct", mayAct(reader));
    page.addAttribute("movedDates", clocks.movedDates().orElse(null));
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/bank-holidays";
  }

  /** What entering a day would do; nothing is changed yet. */
  @GetMapping("/bank-holidays/enter")
  String enter(
      @RequestParam("date") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
      @RequestParam("name") String name,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    requireAct(by);
    try {
      page.addAttribute("name", name.strip());
      return effect(page, date, clocks.effectOfProclaiming(date, name), false);
    } catch (Refused e) {
      return refused(back, e);
    }
  }

  /** What taking a day back would do; nothing is changed yet. */
  @GetMapping("/bank-holidays/take-back")
  String lookBeforeTakingBack(
      @RequestParam("date") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    requireAct(by);
    try {
      return effect(page, date, clocks.effectOfTakingBack(date), true);
    } catch (Refused e) {
      return refused(back, e);
    }
  }

  private String effect(Model page, LocalDate date, List<ClockEffect> effects, boolean takingBack) {
    page.addAttribute("date", date);
    page.addAttribute("effects", effects);
    page.addAttribute("seen", ClockEffect.mark(effects));
    page.addAttribute("takingBack", takingBack);
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/bank-holiday-effect";
  }

  @PostMapping("/bank-holidays/enter")
  String proclaim(
      @RequestParam("date") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
      @RequestParam("name") String name,
      @RequestParam("seen") String seen,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    requireAct(by);
    try {
      requireSeen(seen, clocks.effectOfProclaiming(date, name));
      int moved = clocks.proclaim(date, name, by.userId()).size();
      back.addFlashAttribute("done", "The day was entered. " + moving(moved));
    } catch (Refused e) {
      return refused(back, e);
    }
    return "redirect:/bank-holidays";
  }

  @PostMapping("/bank-holidays/take-back")
  String takeBack(
      @RequestParam("date") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
      @RequestParam("reason") String reason,
      @RequestParam("seen") String seen,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    requireAct(by);
    try {
      requireSeen(seen, clocks.effectOfTakingBack(date));
      int moved = clocks.takeBack(date, reason, by.userId()).size();
      back.addFlashAttribute("done", "The day was taken back. " + moving(moved));
    } catch (Refused e) {
      return refused(back, e);
    }
    return "redirect:/bank-holidays";
  }

  private static String moving(int deadlines) {
    return switch (deadlines) {
      case 0 -> "No deadline moves.";
      case 1 -> "1 deadline moves in the next few minutes.";
      default -> "%,d deadlines move in the next few minutes.".formatted(deadlines);
    };
  }

  private static void requireSeen(String seen, List<ClockEffect> effects) {
    if (!seen.equals(ClockEffect.mark(effects))) {
      throw new Refused(
          "Deadlines have changed since you looked. Enter it again to see what it does now");
    }
  }

  private static String refused(RedirectAttributes back, RuntimeException why) {
    back.addFlashAttribute("refused", why.getMessage() + ". Nothing was changed.");
    return "redirect:/bank-holidays";
  }

  private static void requireAct(SignedIn reader) {
    if (!mayAct(reader)) {
      throw new NotAllowed();
    }
  }

  private static boolean mayAct(SignedIn reader) {
    return List.of("camunda-admin", "model-administrator").stream()
        .anyMatch(reader.groups()::contains);
  }
}
