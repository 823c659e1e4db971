package org.practicereview.pages;

import java.util.List;
import java.util.Map;
import org.practicereview.modelling.DrawingLists;
import org.practicereview.modelling.Edit;
import org.practicereview.modelling.Edits;
import org.practicereview.modelling.Fault;
import org.practicereview.modelling.Kind;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where a model administrator draws a model in the browser; what they save is a proposal. */
@Controller
class DrawPage {

  static final String ADDRESS = "/models/draw";

  private final Edits edits;
  private final DrawingLists lists;
  private final Partnerships partnerships;

  DrawPage(Edits edits, DrawingLists lists, Partnerships partnerships) {
    this.edits = edits;
    this.lists = lists;
    this.partnerships = partnerships;
  }

  @GetMapping(ADDRESS)
  String draw(
      @RequestParam("id") String id,
      @RequestParam(name = "proposal", defaultValue = "") String proposal,
      @AuthenticationPrincipal SignedIn by,
      Model page) {
    requireAdministrator(by);
    page.addAttribute("edit", edits.open(Kind.MODEL, id, proposal, by.userId()));
    page.addAttribute("own", edits.open(by.userId()));
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/draw";
  }

  /** What can be chosen while drawing. */
  @GetMapping(ADDRESS + "/lists")
  @ResponseBody
  Map<String, Object> lists(
      @RequestParam("id") String id,
      @RequestParam(name = "proposal", defaultValue = "") String proposal,
      @AuthenticationPrincipal SignedIn by) {
    requireAdministrator(by);
    return lists.all(edits.open(Kind.MODEL, id, proposal, by.userId()).proposal());
  }

  /** What the gate finds in a drawing; nothing is kept. */
  @PostMapping(ADDRESS + "/check")
  @ResponseBody
  ResponseEntity<?> check(
      @RequestParam("id") String id,
      @RequestParam(name = "proposal", defaultValue = "") String proposal,
      @RequestParam("model") String model,
      @AuthenticationPrincipal SignedIn by) {
    requireAdministrator(by);
    Edit edit = edits.open(Kind.MODEL, id, proposal, by.userId());
    try {
      List<Fault> faults = edits.check(edit, model, by.userId());
      return ResponseEntity.ok(Map.of("faults", faults));
    } catch (Refused e) {
      return refused(e);
    }
  }

  /** Keeps a drawing as a proposal, and says where it stands. */
  @PostMapping(ADDRESS)
  @ResponseBody
  ResponseEntity<?> save(
      @RequestParam("id") String id,
      @RequestParam("version") int version,
      @RequestParam(name = "proposal", defaultValue = "") String proposal,
      @RequestParam(name = "revision", defaultValue = "0") int revision,
      @RequestParam(name = "title", defaultValue = "") String title,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam("model") String model,
      @AuthenticationPrincipal SignedIn by) {
    requireAdministrator(by);
    try {
      Edit edit = edits.open(Kind.MODEL, id, proposal, by.userId());
      Edits.Saying saying = new Edits.Saying(title, reason, proposal, revision);
      String kept = edits.save(edit, version, model, saying, by.userId());
      return ResponseEntity.ok(Map.of("proposal", kept));
    } catch (Refused e) {
      return refused(e);
    }
  }

  private static ResponseEntity<Map<String, String>> refused(Refused e) {
    return ResponseEntity.unprocessableEntity().body(Map.of("refused", e.getMessage() + "."));
  }

  static void requireAdministrator(SignedIn by) {
    if (!by.is(Role.MODEL_ADMINISTRATOR)) {
      throw new NotAllowed();
    }
  }
}
