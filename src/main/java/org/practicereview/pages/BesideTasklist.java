package org.practicereview.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CaseView;
import org.practicereview.oversight.GlanceSection;
import org.practicereview.oversight.WorkSection;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.security.SignedIn;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** What Tasklist and Cockpit show of the service's own pages: a menu, and a case in brief. */
@Controller
class BesideTasklist {

  private final WorkItems items;
  private final CaseFiles cases;
  private final CaseAccess access;
  private final Partnerships partnerships;
  private final GlanceSection glance;
  private final WorkSection work;

  BesideTasklist(
      WorkItems items,
      CaseFiles cases,
      CaseAccess access,
      Partnerships partnerships,
      GlanceSection glance,
      WorkSection work) {
    this.items = items;
    this.cases = cases;
    this.access = access;
    this.partnerships = partnerships;
    this.glance = glance;
    this.work = work;
  }

  /** A page of the service. */
  public record Door(String name, String path) {}

  /** Where else someone at Tasklist may go. */
  @GetMapping(path = "/my-work/menu", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  List<Door> menu(@AuthenticationPrincipal SignedIn reader) {
    List<Door> doors = new ArrayList<>();
    doors.add(new Door("My work", "/my-work"));
    doors.add(new Door("Cases", "/cases"));
    doors.add(new Door("Calendar", "/calendar"));
    if (OutboxPage.mayRead(reader)) {
      doors.add(new Door("Outbox", "/outbox"));
    }
    return doors;
  }

  /**
   * The case of a task in brief, as far as its reader may see it.
   *
   * @throws NotThere if there is no such task for them, or no case that they may see
   */
  @GetMapping(path = "/my-work/{task}/case")
  String caseOf(
      @PathVariable("task") String task, @AuthenticationPrincipal SignedIn reader, Model page) {
    String reference =
        items.named(List.of(task)).stream()
            .filter(item -> reader.tenants().contains(item.partnership()))
            .map(WorkItem::caseReference)
            .filter(one -> !one.isEmpty())
            .findFirst()
            .orElseThrow(() -> new NotThere("There is no such task"));
    return brief(reference, task, reader, page);
  }

  /**
   * A case in brief, for Cockpit, as far as its reader may see it.
   *
   * @throws org.practicereview.casefile.UnknownCase if they may see nothing of it
   */
  @GetMapping(path = "/case/{reference}/brief")
  String caseItself(
      @PathVariable String reference, @AuthenticationPrincipal SignedIn reader, Model page) {
    return brief(reference, "", reader, page);
  }

  private String brief(String reference, String task, SignedIn reader, Model page) {
    Sight sight = access.sight(reference, reader.userId(), reader.groups(), reader.tenants());
    CaseFile caseFile = cases.get(reference);
    Partnership partnership = partnerships.get(caseFile.partnership());
    CaseView view =
        new CaseView(
            caseFile,
            partnership,
            reader.userId(),
            sight,
            reader.rolesIn(partnership.id()),
            Set.of());
    page.addAttribute("task", task);
    page.addAttribute("case", caseFile);
    page.addAttribute("sight", sight);
    page.addAttribute("words", new PlainWords(partnership));
    page.addAllAttributes(glance.of(view));
    page.addAllAttributes(work.of(view));
    return "pages/case-tab";
  }
}
