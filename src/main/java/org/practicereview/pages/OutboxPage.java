package org.practicereview.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.practicereview.security.Role;
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

/** Mail that has not gone: how old it is, why it waits, and what a person can do about it. */
@Controller
class OutboxPage {

  private static final int PAGE = 50;

  private static final Set<String> ACTING = Outbox.SETTLED_BY;

  private static final Set<String> READERS =
      Set.of(
          "business-manager", "head-of-safeguarding", "manager", "model-administrator", "auditor");

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
  String show(
      @RequestParam(name = "page", defaultValue = "1") String asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    if (!mayRead(reader)) {
      throw new NotAllowed();
    }
    List<String> theirs = partnerships(reader, READERS);
    int total = outbox.undeliveredIn(theirs);
    int pages = Math.max(1, (total + PAGE - 1) / PAGE);
    int number = asked.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(asked), pages) : 1;
    List<Line> lines =
        outbox.undelivered(theirs, (number - 1) * PAGE, PAGE).stream()
            .map(mail -> line(mail, reader))
            .toList();
    page.addAttribute("lines", lines);
    page.addAttribute("total", total);
    page.addAttribute("number", number);
    page.addAttribute("pages", pages);
    page.addAttribute("mayAct", lines.stream().anyMatch(Line::mayAct));
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/outbox";
  }

  @GetMapping("/outbox/{id}")
  String one(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn reader, Model page) {
    OutboxMail mail = outbox.get(id);
    if (!partnerships(reader, ACTING).contains(mail.partnership())) {
      throw new NotThere(id);
    }
    page.addAttribute("line", line(mail, reader));
    page.addAttribute("mayCorrect", acting(reader).contains(mail.partnership()));
    page.addAttribute("words", new PlainWords(partnerships.get(mail.partnership())));
    return "pages/mail";
  }

  /**
   * Settles mails, all or none. Those who keep the service going for all partnerships may have a
   * mail tried again or stop it; whom it goes to, and who was told, the partnership knows.
   */
  @PostMapping("/outbox/settle/{verb}")
  String settle(
      @PathVariable("verb") String verb,
      @RequestParam(name = "mail", required = false, defaultValue = "") List<String> mails,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "address", defaultValue = "") String address,
      @RequestParam(name = "on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate on,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    List<String> theirs =
        verb.equals("retry") || verb.equals("cancel") ? partnerships(by, ACTING) : acting(by);
    if (theirs.isEmpty()) {
      throw new NotAllowed();
    }
    for (String id : mails) {
      if (!theirs.contains(outbox.get(id).partnership())) {
        throw new NotThere(id);
      }
    }
    Consumer<String> step =
        switch (verb) {
          case "retry" -> id -> outbox.retry(id, reason, by.userId());
          case "cancel" -> id -> cancel(id, reason, by.userId());
          case "told" -> id -> outbox.toldOtherwise(id, on, reason, by.userId());
          case "address" -> id -> outbox.readdress(id, address, reason, by.userId());
          case "returned" -> id -> outbox.cameBack(id, reason, by.userId());
          default -> throw new NotThere(verb);
        };
    try {
      if (mails.isEmpty()) {
        throw new Refused("Select at least one mail");
      }
      outbox.each(mails, step);
      back.addFlashAttribute(
          "done", mails.size() == 1 ? "Done." : "Done, for " + mails.size() + " mails.");
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/outbox";
  }

  /** What a child's safety or the law demands is never dropped: someone must be told of it. */
  private void cancel(String id, String reason, String by) {
    if (outbox.get(id).urgent()) {
      throw new Refused(
          "An urgent mail cannot be cancelled: send it again, or record how they were told");
    }
    outbox.cancel(id, reason, by);
  }

  private Line line(OutboxMail mail, SignedIn reader) {
    return new Line(
        mail,
        age(mail.age(clock.instant())),
        partnerships(reader, ACTING).contains(mail.partnership()));
  }

  /** The partnerships whose mail the reader has to see to. */
  static List<String> acting(SignedIn reader) {
    return reader.partnershipsAs(ACTING);
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
