package org.practicereview.pages;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.practicereview.absence.Colleagues.Colleague;
import org.practicereview.absence.TaskHandOver;
import org.practicereview.absence.TaskHandOver.Chosen;
import org.practicereview.engine.AccountNames;
import org.practicereview.oversight.WorkList;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.practicereview.work.WorkItem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands chosen tasks to one colleague who may do them; who takes over is asked first. */
@Controller
class TaskHandOverPage {

  private final TaskHandOver handOver;
  private final Partnerships partnerships;
  private final AccountNames names;

  TaskHandOverPage(TaskHandOver handOver, Partnerships partnerships, AccountNames names) {
    this.handOver = handOver;
    this.partnerships = partnerships;
    this.names = names;
  }

  /** Who may do all of them. */
  @GetMapping("/my-work/hand-over")
  String ask(
      @RequestParam MultiValueMap<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page,
      RedirectAttributes back) {
    try {
      List<WorkItem> chosen = tasks(asked, reader);
      page.addAttribute("chosen", chosen);
      page.addAttribute("colleagues", handOver.mayDo(chosen));
      page.addAttribute("names", names.of(chosen.stream().map(WorkItem::assignee)));
      page.addAttribute("words", new PlainWords(partnerships.get(chosen.get(0).partnership())));
      return "pages/hand-over";
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
      return "redirect:/my-work";
    }
  }

  @PostMapping("/my-work/hand-over")
  String give(
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    try {
      List<WorkItem> chosen = tasks(sent, by);
      List<String> holders = sent.getOrDefault("holder", List.of());
      if (holders.size() != chosen.size()) {
        throw new Refused("Choose the tasks again");
      }
      String to = Objects.requireNonNullElse(sent.getFirst("to"), "");
      Colleague colleague =
          handOver.give(
              IntStream.range(0, chosen.size())
                  .mapToObj(at -> new Chosen(chosen.get(at), holders.get(at)))
                  .toList(),
              to,
              by.userId());
      String number = chosen.size() == 1 ? "The task was" : chosen.size() + " tasks were";
      back.addFlashAttribute("given", number + " handed over to " + colleague.name() + ".");
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return "redirect:/my-work";
  }

  /** The chosen tasks, in the order in which they were sent. */
  private List<WorkItem> tasks(MultiValueMap<String, String> sent, SignedIn reader) {
    List<String> ids = sent.getOrDefault("task", List.of());
    if (ids.isEmpty()) {
      throw new Refused("Choose the tasks to hand over");
    }
    if (ids.size() > WorkList.PAGE) {
      throw new Refused("Choose " + WorkList.PAGE + " tasks at most");
    }
    List<WorkItem> chosen;
    try {
      chosen = handOver.tasks(ids, reader.tenants());
    } catch (NotThere e) {
      if (ids.size() == 1) {
        throw e;
      }
      throw new Refused("One of the tasks you chose is done already. Choose again", e);
    }
    List<String> releasing = reader.partnershipsAs(WorkPage.RELEASING);
    if (!chosen.stream().allMatch(item -> WorkPage.mayHandOver(item, reader, releasing))) {
      throw new NotAllowed();
    }
    return chosen;
  }
}
