package org.practicereview.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.practicereview.agencies.process.AgencyRequests;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.ClockRoles;
import org.practicereview.deadlines.Clocks;
import org.practicereview.events.process.AnyTimeEvents;
import org.practicereview.events.process.CaseEvents;
import org.practicereview.events.process.CaseEvents.NewFacts;
import org.practicereview.events.process.CaseEvents.Withdrawal;
import org.practicereview.naming.CaseNaming;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people start from the case page, at any time, outside the order of the tasks. */
@Controller
class CaseActions {

  private static final String PARTNER_ROLE = "safeguarding-partner-";

  private final CaseFiles cases;
  private final CaseAccess access;
  private final AgencyRequests agencies;
  private final CaseEvents events;
  private final AnyTimeEvents anyTime;
  private final CaseNaming naming;
  private final CasePeople people;
  private final Clocks clocks;
  private final Partnerships partnerships;
  private final WorkItems items;

  CaseActions(
      CaseFiles cases,
      CaseAccess access,
      AgencyRequests agencies,
      CaseEvents events,
      AnyTimeEvents anyTime,
      CaseNaming naming,
      CasePeople people,
      Clocks clocks,
      Partnerships partnerships,
      WorkItems items) {
    this.items = items;
    this.cases = cases;
    this.access = access;
    this.agencies = agencies;
    this.events = events;
    this.anyTime = anyTime;
    this.naming = naming;
    this.people = people;
    this.clocks = clocks;
    this.partnerships = partnerships;
  }

  /**
   * What people of these roles may start: {@code agency}, {@code withdraw}, {@code reopen}, {@code
   * clock}, {@code people}, {@code reviewer}.
   */
  static Set<String> allowed(Partnership partnership, List<String> roles) {
    Set<String> allowed = new TreeSet<>();
    if (ClockRoles.allow(partnership, roles)) {
      allowed.add("clock");
    }
    for (String role : roles) {
      if (role.startsWith(PARTNER_ROLE)) {
        allowed.add("withdraw");
      } else if (role.equals("business-manager")) {
        allowed.addAll(List.of("agency", "people", "reviewer"));
      } else if (role.equals("head-of-safeguarding")) {
        allowed.add("reopen");
      }
    }
    return allowed;
  }

  @PostMapping("/case/{reference}/agencies")
  String askAgency(
      @PathVariable("reference") String reference,
      @RequestParam("agency") String agency,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return act(
        reference,
        "agency",
        by,
        back,
        () -> agencies.askNew(reference, List.of(agency), Optional.empty(), by.userId()),
        "The agency has been asked.");
  }

  @PostMapping("/case/{reference}/withdrawal")
  String withdraw(
      @PathVariable("reference") String reference,
      @RequestParam("reasons") String reasons,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    String partner =
        roles(reference, by).stream()
            .filter(role -> role.startsWith(PARTNER_ROLE))
            .map(role -> role.substring(PARTNER_ROLE.length()))
            .findFirst()
            .orElse("");
    return act(
        reference,
        "withdraw",
        by,
        back,
        () -> events.requestWithdrawal(reference, new Withdrawal(partner, reasons), by.userId()),
        "The withdrawal has been asked for. "
            + (partner.equals("local-authority")
                ? "Another partner has to approve it."
                : "The local authority has to approve it."));
  }

  @PostMapping("/case/{reference}/reviewer")
  String replaceReviewer(
      @PathVariable("reference") String reference,
      @RequestParam("reasons") String reasons,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return act(
        reference,
        "reviewer",
        by,
        back,
        () -> events.replaceReviewer(reference, reasons, by.userId()),
        "Another reviewer can be recorded now. The six months run on.");
  }

  @PostMapping("/case/{reference}/events/{event}")
  String start(
      @PathVariable("reference") String reference,
      @PathVariable("event") String event,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    access.sight(reference, by.userId(), by.groups(), by.tenants());
    if (cases.get(reference).answersNationalReview()) {
      throw new NotAllowed();
    }
    return attempt(
        reference,
        back,
        () -> {
          List<String> before = offeredTo(by, reference);
          anyTime.start(reference, event, roles(reference, by), by.userId());
          back.addFlashAttribute("started", true);
          offeredTo(by, reference).stream()
              .filter(task -> !before.contains(task))
              .findFirst()
              .ifPresent(task -> back.addFlashAttribute("firstTask", task));
        },
        "It has been started.");
  }

  /** Ids of the tasks of a case that someone may do. */
  private List<String> offeredTo(SignedIn by, String reference) {
    return items.of(List.of(reference)).stream()
        .filter(
            item ->
                item.people().contains(by.userId())
                    || item.groups().stream().anyMatch(by.groups()::contains))
        .map(WorkItem::taskId)
        .toList();
  }

  @PostMapping("/case/{reference}/people")
  String name(
      @PathVariable("reference") String reference,
      @RequestParam("who") String who,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return act(
        reference,
        "people",
        by,
        back,
        () -> {
          // Role, agency and account; no code of a role or an agency holds a slash.
          String[] parts = who.split("/", 3);
          if (parts.length < 3) {
            throw new Refused("Choose who is to be named");
          }
          naming.name(reference, parts[2], parts[0], parts[1], by.userId());
        },
        "The account is named in the case and can see it now.");
  }

  @PostMapping("/case/{reference}/people/{id}/end")
  String endNaming(
      @PathVariable("reference") String reference,
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return act(
        reference,
        "people",
        by,
        back,
        () -> people.end(reference, id, by.userId()),
        "The account is no longer named in the case. Its sight of the case has ended.");
  }

  @PostMapping("/case/{reference}/reopening")
  String reopen(
      @PathVariable("reference") String reference,
      @RequestParam("facts") String newFacts,
      @RequestParam(name = "knownOn", required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate knownOn,
      @RequestParam(name = "atRiskNow", defaultValue = "") String atRiskNow,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return act(
        reference,
        "reopen",
        by,
        back,
        () -> events.reopen(reference, new NewFacts(newFacts, knownOn, atRiskNow), by.userId()),
        "The case is open again and begins with the referral.");
  }

  @PostMapping("/case/{reference}/clocks/{rule}")
  String changeClock(
      @PathVariable("reference") String reference,
      @PathVariable("rule") String rule,
      @RequestParam("change") String change,
      @RequestParam("scope") String scope,
      @RequestParam("reason") String reason,
      @RequestParam(name = "newDate", required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate newDate,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    return act(
        reference,
        "clock",
        by,
        back,
        () -> {
          switch (change) {
            case "extend" ->
                clocks.extend(new ClockName(reference, rule, scope), reason, newDate, by.userId());
            case "pause" ->
                clocks.pause(new ClockName(reference, rule, scope), reason, by.userId());
            case "resume" ->
                clocks.resume(new ClockName(reference, rule, scope), reason, by.userId());
            default -> throw new Refused("A clock cannot be changed like that");
          }
        },
        "The clock has been changed.");
  }

  private List<String> roles(String reference, SignedIn by) {
    return by.rolesIn(cases.get(reference).partnership());
  }

  private String act(
      String reference,
      String action,
      SignedIn by,
      RedirectAttributes back,
      Runnable work,
      String done) {
    access.sight(reference, by.userId(), by.groups(), by.tenants());
    Partnership partnership = partnerships.get(cases.get(reference).partnership());
    if (cases.get(reference).answersNationalReview()
        || !allowed(partnership, roles(reference, by)).contains(action)) {
      throw new NotAllowed();
    }
    return attempt(reference, back, work, done);
  }

  private static String attempt(
      String reference, RedirectAttributes back, Runnable work, String done) {
    try {
      work.run();
      back.addFlashAttribute("done", done);
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/case/" + reference;
  }
}
