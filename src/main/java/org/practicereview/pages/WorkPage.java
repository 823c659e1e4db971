package org.practicereview.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.practicereview.absence.Absence;
import org.practicereview.absence.Absences;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseReach;
import org.practicereview.engine.AccountNames;
import org.practicereview.engine.CaseForms;
import org.practicereview.engine.TaskTaken;
import org.practicereview.oversight.Releases;
import org.practicereview.oversight.SetAside;
import org.practicereview.oversight.WorkList;
import org.practicereview.oversight.WorkList.Whose;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.practicereview.work.WorkItem;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for the reader, in groups of urgency; what they do of it, they do in Tasklist. */
@Controller
class WorkPage {

  /** They may give back, and hand over, what someone else has taken. */
  static final List<String> RELEASING = List.of(Role.BUSINESS_MANAGER.id(), Role.MANAGER.id());

  private final WorkList list;
  private final CaseAccess access;
  private final CaseForms forms;
  private final Releases releases;
  private final SetAside aside;
  private final Absences absences;
  private final Partnerships partnerships;
  private final AccountNames names;
  private final Clock clock;

  WorkPage(
      WorkList list,
      CaseAccess access,
      CaseForms forms,
      Releases releases,
      SetAside aside,
      Absences absences,
      Partnerships partnerships,
      AccountNames names,
      Clock clock) {
    this.list = list;
    this.access = access;
    this.forms = forms;
    this.releases = releases;
    this.aside = aside;
    this.absences = absences;
    this.partnerships = partnerships;
    this.names = names;
    this.clock = clock;
  }

  /**
   * A group of urgency.
   *
   * @param number how much there is in all
   * @param lines what of it this page shows
   */
  public record Group(int place, String name, int number, List<WorkList.Line> lines) {}

  @GetMapping("/my-work")
  String show(
      @RequestParam(name = "of", defaultValue = "mine") String of,
      @RequestParam(name = "group", defaultValue = "") String only,
      @RequestParam(name = "page", defaultValue = "1") String number,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseReach reach = access.reach(reader.userId(), reader.groups(), reader.tenants());
    boolean mayAll = !reach.whole().isEmpty();
    Whose whose = whose(of);
    if (whose == Whose.ALL && !mayAll) {
      throw new NotAllowed();
    }
    int group = only.matches("[0-5]") ? Integer.parseInt(only) : -1;
    int shown = number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : 1;
    List<Integer> counts = list.counts(whose, reach);
    Map<Integer, List<WorkList.Line>> lines =
        list.page(whose, group, shown, reach).stream()
            .collect(Collectors.groupingBy(WorkList.Line::group));
    int total = group < 0 ? counts.stream().mapToInt(Integer::intValue).sum() : counts.get(group);
    page.addAttribute("whose", whose.name().toLowerCase(Locale.ROOT));
    page.addAttribute("mayAll", mayAll);
    page.addAttribute("only", group);
    page.addAttribute("shown", shown);
    page.addAttribute("pages", (total + WorkList.PAGE - 1) / WorkList.PAGE);
    page.addAttribute("total", total);
    page.addAttribute(
        "groups",
        IntStream.range(0, counts.size())
            .mapToObj(
                place ->
                    new Group(
                        place,
                        WorkList.GROUPS.get(place),
                        counts.get(place),
                        lines.getOrDefault(place, List.of())))
            .toList());
    List<WorkItem> items =
        lines.values().stream().flatMap(List::stream).map(WorkList.Line::item).toList();
    List<Absence> away = absences.concerning(reader.userId());
    page.addAttribute(
        "names",
        names.of(
            Stream.concat(
                items.stream().map(WorkItem::assignee),
                away.stream().flatMap(one -> Stream.of(one.userId(), one.cover())))));
    LocalDate today = LocalDate.now(clock);
    page.addAttribute("away", away.stream().filter(one -> one.isOn(today)).toList());
    page.addAttribute(
        "kept", aside.of(items.stream().map(WorkItem::taskId).toList(), reader.userId()));
    page.addAttribute("today", today);
    page.addAttribute("reader", reader);
    List<String> releasing = reader.partnershipsAs(RELEASING);
    page.addAttribute("releasing", releasing);
    page.addAttribute(
        "mayHandOver", items.stream().anyMatch(item -> mayHandOver(item, reader, releasing)));
    page.addAttribute(
        "said",
        partnerships.all().stream().collect(Collectors.toMap(Partnership::id, PlainWords::new)));
    page.addAttribute("plain", new PlainWords(partnerships.all().get(0)));
    return "pages/work";
  }

  /** Those who have a task may give it away, and those who look after its people. */
  static boolean mayHandOver(WorkItem item, SignedIn reader, List<String> releasing) {
    return reader.userId().equals(item.assignee()) || releasing.contains(item.partnership());
  }

  /** Takes a task; whoever has it already is named, and nothing is changed. */
  @PostMapping("/my-work/{task}/claim")
  String claim(@PathVariable("task") String task, RedirectAttributes back) {
    try {
      forms.claim(task);
      back.addFlashAttribute("taken", task);
    } catch (TaskTaken e) {
      back.addFlashAttribute("refused", e.getMessage());
    }
    return "redirect:/my-work";
  }

  /** Gives back what someone has taken who is ill or gone, for others to take. */
  @PostMapping("/my-work/{task}/release")
  String release(
      @PathVariable("task") String task,
      @RequestParam(name = "holder", defaultValue = "") String holder,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    List<String> partnerships = by.partnershipsAs(RELEASING);
    if (partnerships.isEmpty()) {
      throw new NotAllowed();
    }
    try {
      releases.release(task, holder, partnerships, by.userId());
      back.addFlashAttribute("released", names.of(holder));
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/my-work?of=team";
  }

  /** Puts a task out of the reader's sight until a day, with a note to themselves. */
  @PostMapping("/my-work/{task}/aside")
  String setAside(
      @PathVariable("task") String task,
      @RequestParam(name = "until", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate until,
      @RequestParam(name = "note", defaultValue = "") String note,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    try {
      aside.keep(task, until, note, by.userId(), by.groups());
      back.addFlashAttribute("setAside", until);
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/my-work";
  }

  /** Shows a task again. */
  @PostMapping("/my-work/{task}/back")
  String showAgain(@PathVariable("task") String task, @AuthenticationPrincipal SignedIn by) {
    aside.back(task, by.userId());
    return "redirect:/my-work?of=aside";
  }

  private static Whose whose(String of) {
    return switch (of) {
      case "aside" -> Whose.ASIDE;
      case "team" -> Whose.TEAM;
      case "all" -> Whose.ALL;
      default -> Whose.MINE;
    };
  }
}
