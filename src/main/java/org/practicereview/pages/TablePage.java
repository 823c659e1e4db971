package org.practicereview.pages;

import java.util.List;
import java.util.Map;
import org.practicereview.modelling.DrawingLists;
import org.practicereview.modelling.DrawingLists.Choice;
import org.practicereview.modelling.Edit;
import org.practicereview.modelling.Edits;
import org.practicereview.modelling.Fault;
import org.practicereview.modelling.Kind;
import org.practicereview.modelling.TableText;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a model administrator changes a decision table row by row; what they save is a proposal.
 */
@Controller
class TablePage {

  static final String ADDRESS = "/models/table";

  private final Edits edits;
  private final DrawingLists lists;
  private final Partnerships partnerships;

  TablePage(Edits edits, DrawingLists lists, Partnerships partnerships) {
    this.edits = edits;
    this.lists = lists;
    this.partnerships = partnerships;
  }

  @GetMapping(ADDRESS)
  String open(
      @RequestParam("id") String id,
      @RequestParam(name = "proposal", defaultValue = "") String proposal,
      @AuthenticationPrincipal SignedIn by,
      Model page) {
    DrawPage.requireAdministrator(by);
    Edit edit = edits.open(Kind.TABLE, id, proposal, by.userId());
    return show(edit, new TableText(edit.text()), List.of(), page);
  }

  /** Takes what was filled in, and checks it, adds or removes a row, or saves it. */
  @PostMapping(ADDRESS)
  String change(
      @RequestParam MultiValueMap<String, String> filled,
      @AuthenticationPrincipal SignedIn by,
      Model page) {
    DrawPage.requireAdministrator(by);
    EditForm form = new EditForm(filled);
    Edit edit = edits.open(Kind.TABLE, form.id(), form.proposal(), by.userId());
    TableText table = new TableText(form.text());
    form.keep(page);
    page.addAttribute("unsaved", true);
    try {
      table = table.with(form.cells());
      return switch (form.action()) {
        case "add" -> show(edit, table.withNewRow(), List.of(), page);
        case "remove" -> show(edit, table.without(form.which()), List.of(), page);
        case "check" -> {
          List<Fault> faults = edits.check(edit, table.text(), by.userId());
          page.addAttribute("checked", true);
          yield show(edit, table, faults, page);
        }
        default -> {
          String kept = edits.save(edit, form.version(), table.text(), form.saying(), by.userId());
          yield "redirect:/models/proposals/" + kept;
        }
      };
    } catch (Refused e) {
      page.addAttribute("refused", e.getMessage() + ". Nothing was saved.");
      return show(edit, table, List.of(), page);
    }
  }

  private String show(Edit edit, TableText table, List<Fault> faults, Model page) {
    page.addAttribute("edit", edit);
    page.addAttribute("table", table);
    page.addAttribute("faults", faults);
    page.addAttribute("wrong", faults.stream().map(Fault::element).distinct().toList());
    Map<String, List<Choice>> choices = lists.ofTables(edit.proposal());
    page.addAttribute("lists", choices);
    page.addAttribute(
        "known", choices.values().stream().flatMap(List::stream).map(Choice::value).toList());
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/table-edit";
  }
}
