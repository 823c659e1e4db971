package org.practicereview.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.absence.Absence;
import org.practicereview.absence.Absences;
import org.practicereview.absence.Colleagues;
import org.practicereview.absence.Colleagues.Colleague;
import org.practicereview.absence.HandOver;
import org.practicereview.engine.AccountNames;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands over all that someone holds. */
@Controller
class HandOverPage {

  /** How far ahead the page looks for those who are away. */
  private static final int DAYS_AHEAD = 14;

  /** In the place of a colleague: tasks go back to all whose work they are. */
  private static final String EVERYONE = "*";

  private final HandOver handOver;
  private final Colleagues colleagues;
  private final Absences absences;
  private final WorkItems items;
  private final Partnerships partnerships;
  private final AccountNames names;
  private final Clock clock;

  HandOverPage(
      HandOver handOver,
      Colleagues colleagues,
      Absences absences,
      WorkItems items,
      Partnerships partnerships,
      AccountNames names,
      Clock clock) {
    this.handOver = handOver;
    this.colleagues = colleagues;
    this.absences = absences;
    this.items = items;
    this.partnerships = partnerships;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Someone who holds work, or could take it.
   *
   * @param gone whether the account is there no more, or works here no more
   * @param tasks how many tasks they have taken
   * @param namedOn references of the cases on which they are named
   * @param away when they are away next; null if they are not
   */
  public record Holder(
      String userId,
      String name,
      boolean gone,
      List<String> groups,
      int tasks,
      List<String> namedOn,
      Absence away) {

    /** Whether there is anything to hand over. */
    public boolean holds() {
      return tasks > 0 || !namedOn.isEmpty();
    }
  }

  /**
   * Someone who is away soon.
   *
   * @param name of who is away
   * @param cover name of who does their work
   * @param due what they have taken that falls due before they are back
   */
  public record AwaySoon(Absence absence, String name, String cover, List<WorkItem> due) {}

  /** The people of one partnership, those who hold most first. */
  public record Team(
      String partnership,
      String name,
      PlainWords words,
      List<Holder> people,
      List<AwaySoon> away) {}

  @GetMapping("/people")
  String people(@AuthenticationPrincipal SignedIn reader, Model page) {
    List<String> managed = managed(reader);
    page.addAttribute("teams", managed.stream().map(this::team).toList());
    page.addAttribute("plain", new PlainWords(partnerships.get(managed.get(0))));
    page.addAttribute("reader", reader);
    return "pages/people";
  }

  private static List<String> managed(SignedIn reader) {
    List<String> managed = reader.partnershipsAs(WorkPage.RELEASING);
    if (managed.isEmpty()) {
      throw new NotAllowed();
    }
    return managed;
  }

  private Team team(String id) {
    Partnership partnership = partnerships.get(id);
    Map<String, Integer> held = items.holders(id);
    List<Absence> absent = absences.of(id);
    Map<String, Absence> away =
        absent.stream()
            .collect(Collectors.toMap(Absence::userId, one -> one, (first, later) -> first));
    Map<String, List<String>> named = handOver.namedOn(id);
    List<Holder> people = new ArrayList<>();
    List<Colleague> known = colleagues.of(id);
    for (Colleague one : known) {
      people.add(
          new Holder(
              one.userId(),
              one.name(),
              false,
              one.groups(),
              held.getOrDefault(one.userId(), 0),
              named.getOrDefault(one.userId(), List.of()),
              away.get(one.userId())));
    }
    Map<String, String> called = names.of(held.keySet().stream());
    held.forEach(
        (userId, tasks) -> {
          if (known.stream().noneMatch(one -> one.userId().equals(userId))) {
            people.add(
                new Holder(userId, called.get(userId), true, List.of(), tasks, List.of(), null));
          }
        });
    people.sort(
        Comparator.comparing((Holder one) -> !one.gone())
            .thenComparing(one -> -one.tasks() - one.namedOn().size()));
    return new Team(id, partnership.name(), new PlainWords(partnership), people, awaySoon(absent));
  }

  /** Who is away in the next days, those who go first. */
  private List<AwaySoon> awaySoon(List<Absence> all) {
    LocalDate last = LocalDate.now(clock).plusDays(DAYS_AHEAD);
    return all.stream()
        .filter(one -> !one.from().isAfter(last))
        .sorted(Comparator.comparing(Absence::from))
        .map(
            one ->
                new AwaySoon(
                    one,
                    names.of(one.userId()),
                    names.of(one.cover()),
                    items.heldBy(one.userId(), one.partnership()).stream()
                        .filter(item -> item.dueOn() != null && !item.dueOn().isAfter(one.until()))
                        .sorted(Comparator.comparing(WorkItem::dueOn))
                        .toList()))
        .toList();
  }

  /** Everything of one person, in one step. */
  @PostMapping("/people/hand-over")
  String everything(
      @RequestParam("partnership") String partnership,
      @RequestParam("from") String from,
      @RequestParam(name = "to", defaultValue = "") String chosen,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    if (!managed(by).contains(partnership)) {
      throw new NotAllowed();
    }
    try {
      if (chosen.isEmpty()) {
        throw new Refused("Choose who takes over");
      }
      String to = chosen.equals(EVERYONE) ? "" : chosen;
      HandOver.Done done = handOver.everything(partnership, from, to, by.userId());
      Map<String, String> called = names.of(Stream.of(from, to));
      back.addFlashAttribute(
          "done",
          to.isEmpty()
              ? "What " + called.get(from) + " had taken waits for others again."
              : "%s of %s went over to %s."
                  .formatted(moved(done.moved()), called.get(from), called.get(to)));
      back.addFlashAttribute("left", done.left());
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/people";
  }

  private static String moved(int number) {
    return switch (number) {
      case 0 -> "Nothing";
      case 1 -> "1 task or role";
      default -> number + " tasks and roles";
    };
  }
}
