package org.practicereview.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.practicereview.partnership.Partnership;
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

/** Mail that has not gone: how old it is, why it waits, and what a person can do about it. */
@Controller
class OutboxPage {

  private static final Set<String> READERS =
      Set.of("business-manager", "manager", "model-administrator", "auditor");

  private static final Set<String> ACTING = Set.of("business-manager");

  private final Outbox outbox;
  private final Partnerships partnerships;
  private final Clock clock;

  OutboxPage(Outbox outbox, Partnerships partnerships, Clock clock) {
    this.outbox = outbox;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /** A mail, its age in words, and whether the reader may decide about it. */
  public record Line(OutboxMail mail, String age, boolean mayAct) {}

  @GetMapping("/outbox")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    if (!mayRead(reader)) {
      throw new NotAllowed();
    }
    List<String> acting = partnerships(reader, ACTING);
    List<Line> lines =
        partnerships(reader, READERS).stream()
            .flatMap(tenant -> outbox.undelivered(tenant).stream())
            .map(
                mail ->
                    new Line(
                        mail, age(mail.age(clock.instant())), acting.contains(mail.partnership())))
            .toList();
    page.addAttribute("lines", lines);
    page.addAttribute("mayAct", mayAct(reader));
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/outbox";
  }

  @PostMapping("/outbox/{id}/{verb}")
  String act(
      @PathVariable("id") String id,
      @PathVariable("verb") String verb,
      @RequestParam("reason") String reason,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    if (!mayAct(by)) {
      throw new NotAllowed();
    }
    if (!partnerships(by, ACTING).contains(outbox.get(id).partnership())) {
      throw new NoSuchElementException(id);
    }
    try {
      switch (verb) {
        case "retry" -> outbox.retry(id, reason, by.userId());
        case "cancel" -> outbox.cancel(id, reason, by.userId());
        default -> throw new IllegalArgumentException("A mail can be tried again or cancelled");
      }
      back.addFlashAttribute("done", "Done.");
    } catch (IllegalArgumentException | IllegalStateException e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/outbox";
  }

  private static boolean mayAct(SignedIn reader) {
    return reader.is(Role.SYSTEM_ADMINISTRATOR) || !reader.partnershipsAs(ACTING).isEmpty();
  }

  static boolean mayRead(SignedIn reader) {
    return reader.is(Role.SYSTEM_ADMINISTRATOR) || !reader.partnershipsAs(READERS).isEmpty();
  }

  /** System administrators work for no partnership, and keep the mail of all of them going. */
  private List<String> partnerships(SignedIn reader, Set<String> roles) {
    return reader.is(Role.SYSTEM_ADMINISTRATOR)
        ? partnerships.all().stream().map(Partnership::id).toList()
        : reader.partnershipsAs(roles);
  }

  private static String age(Duration age) {
    if (age.toDays() > 0) {
      return count(age.toDays(), "day");
    }
    return age.toHours() > 0 ? count(age.toHours(), "hour") : count(age.toMinutes(), "minute");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
