package org.practicereview.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.modelling.Edit;
import org.practicereview.modelling.Edits;
import org.practicereview.modelling.Fault;
import org.practicereview.modelling.FormPart;
import org.practicereview.modelling.FormText;
import org.practicereview.modelling.Kind;
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

/** Where a model administrator changes the questions of a form; what they save is a proposal. */
@Controller
class QuestionsPage {

  static final String ADDRESS = "/models/questions";

  private static final Map<String, String> READERS = new LinkedHashMap<>();

  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    FormPart.ADDED.forEach(kind -> KINDS.put(kind, FormPart.KINDS.get(kind)));
    READERS.put(
        "identity", "Those who may know the child and the family, and the agency it is about");
    READERS.put("review-team", "These, and all who carry out the review");
    READERS.put("sessions", "Those who prepare what practitioners are asked");
    READERS.put(
        "session-outcomes", "These; and all who carry out the review, where outcomes are shared");
    READERS.put(
        "session-contents",
        "The reviewer and those who support the review, until the case is closed");
  }

  private final Edits edits;
  private final Partnerships partnerships;

  QuestionsPage(Edits edits, Partnerships partnerships) {
    this.edits = edits;
    this.partnerships = partnerships;
  }

  @GetMapping(ADDRESS)
  String open(
      @RequestParam("id") String id,
      @RequestParam(name = "proposal", defaultValue = "") String proposal,
      @AuthenticationPrincipal SignedIn by,
      Model page) {
    DrawPage.requireAdministrator(by);
    Edit edit = edits.open(Kind.FORM, id, proposal, by.userId());
    return show(edit, new FormText(edit.text()), List.of(), page);
  }

  /** Begins a form that is not there yet; nothing is kept until it is saved. */
  @GetMapping(ADDRESS + "/new")
  String begin(
      @RequestParam("name") String name, @AuthenticationPrincipal SignedIn by, Model page) {
    DrawPage.requireAdministrator(by);
    Edit edit = edits.begin(name, "");
    page.addAttribute("unsaved", true);
    return show(edit, new FormText(edit.text()), List.of(), page);
  }

  /** Takes what was filled in, and checks it, adds, moves or removes a question, or saves it. */
  @PostMapping(ADDRESS)
  String change(
      @RequestParam MultiValueMap<String, String> filled,
      @AuthenticationPrincipal SignedIn by,
      Model page) {
    DrawPage.requireAdministrator(by);
    EditForm sent = new EditForm(filled);
    Edit edit = edits.openOrBegin(sent.id(), sent.proposal(), by.userId());
    FormText form = new FormText(sent.text()).with(sent.plain());
    sent.keep(page);
    page.addAttribute("unsaved", true);
    try {
      return switch (sent.action()) {
        case "add" -> show(edit, form.withNew(sent.one("kind")), List.of(), page);
        case "remove" -> show(edit, form.without(sent.number()), List.of(), page);
        case "up" -> show(edit, form.up(sent.number()), List.of(), page);
        case "show" -> show(edit, form, List.of(), page);
        case "check" -> {
          List<Fault> faults = edits.check(edit, form.text(), by.userId());
          page.addAttribute("checked", true);
          yield show(edit, form, faults, page);
        }
        default -> {
          String kept = edits.save(edit, sent.version(), form.text(), sent.saying(), by.userId());
          yield "redirect:/models/proposals/" + kept;
        }
      };
    } catch (Refused e) {
      page.addAttribute("refused", e.getMessage() + ". Nothing was saved.");
      return show(edit, form, List.of(), page);
    }
  }

  private String show(Edit edit, FormText form, List<Fault> faults, Model page) {
    page.addAttribute("edit", edit);
    page.addAttribute("form", form);
    page.addAttribute("faults", faults);
    page.addAttribute("readers", READERS);
    page.addAttribute("wrong", faults.stream().map(Fault::element).distinct().toList());
    page.addAttribute("kinds", KINDS);
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/questions";
  }
}
