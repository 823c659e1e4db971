package org.practicereview.pages;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.modelling.Edit;
import org.practicereview.modelling.Edits;
import org.practicereview.modelling.Fault;
import org.practicereview.modelling.Kind;
import org.practicereview.modelling.LetterDesk;
import org.practicereview.modelling.LetterDesk.Printed;
import org.practicereview.modelling.LetterDesk.Shown;
import org.practicereview.modelling.LetterParts;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Where a model administrator changes the words of a letter, with the printed letter beside them;
 * what they save is a proposal. It is printed with invented facts: no case is read.
 */
@Controller
class LetterTextPage {

  static final String ADDRESS = "/models/letter";

  private static final String WHEN = "when-";
  private static final String PICTURE = "data:image/png;base64,";

  private final Edits edits;
  private final LetterDesk desk;
  private final Partnerships partnerships;

  LetterTextPage(Edits edits, LetterDesk desk, Partnerships partnerships) {
    this.edits = edits;
    this.desk = desk;
    this.partnerships = partnerships;
  }

  @GetMapping(ADDRESS)
  String open(
      @RequestParam("id") String id,
      @RequestParam(name = "proposal", defaultValue = "") String proposal,
      @AuthenticationPrincipal SignedIn by,
      Model page) {
    DrawPage.requireAdministrator(by);
    Edit edit = edits.open(Kind.LETTER, id, proposal, by.userId());
    return show(edit, new LetterParts(edit.text()), List.of(), page);
  }

  /** Takes what was written, and checks or saves it. */
  @PostMapping(ADDRESS)
  String change(
      @RequestParam MultiValueMap<String, String> filled,
      @AuthenticationPrincipal SignedIn by,
      Model page) {
    DrawPage.requireAdministrator(by);
    EditForm form = new EditForm(filled);
    Edit edit = edits.open(Kind.LETTER, form.id(), form.proposal(), by.userId());
    LetterParts letter = written(form);
    form.keep(page);
    page.addAttribute("unsaved", true);
    try {
      if (form.action().equals("check")) {
        List<Fault> faults = edits.check(edit, letter.text(), by.userId());
        page.addAttribute("checked", true);
        return show(edit, letter, faults, page);
      }
      String kept = edits.save(edit, form.version(), letter.text(), form.saying(), by.userId());
      return "redirect:/models/proposals/" + kept;
    } catch (Refused e) {
      page.addAttribute("refused", e.getMessage() + ". Nothing was saved.");
      return show(edit, letter, List.of(), page);
    }
  }

  /** The letter as it would go now, page by page, or what is wrong with it; nothing is kept. */
  @PostMapping(ADDRESS + "/preview")
  @ResponseBody
  Map<String, Object> preview(
      @RequestParam MultiValueMap<String, String> filled, @AuthenticationPrincipal SignedIn by) {
    DrawPage.requireAdministrator(by);
    EditForm form = new EditForm(filled);
    Edit edit = edits.open(Kind.LETTER, form.id(), form.proposal(), by.userId());
    LetterParts letter = written(form);
    List<Fault> faults = desk.check(edit.id(), letter);
    if (!faults.isEmpty()) {
      return Map.of("faults", faults);
    }
    Printed printed = desk.print(edit.id(), letter, shown(form));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("faults", faults);
    answer.put("mail", printed.mail());
    answer.put(
        "pages",
        printed.pictures().stream()
            .map(one -> PICTURE + Base64.getEncoder().encodeToString(one))
            .toList());
    return answer;
  }

  /** The letter as it would go now, to be opened or printed; nothing is kept. */
  @PostMapping(ADDRESS + "/pdf")
  ResponseEntity<byte[]> pdf(
      @RequestParam MultiValueMap<String, String> filled, @AuthenticationPrincipal SignedIn by) {
    DrawPage.requireAdministrator(by);
    EditForm form = new EditForm(filled);
    Edit edit = edits.open(Kind.LETTER, form.id(), form.proposal(), by.userId());
    return file(desk.print(edit.id(), written(form), shown(form)));
  }

  /** A letter of a proposal as it would be printed, or as it was before. */
  @GetMapping(ADDRESS + "/proposed")
  ResponseEntity<byte[]> proposed(
      @RequestParam("proposal") String proposal,
      @RequestParam("file") String file,
      @RequestParam(name = "before", defaultValue = "false") boolean before,
      @AuthenticationPrincipal SignedIn reader) {
    if (!ModelsPage.mayRead(reader)) {
      throw new NotAllowed();
    }
    return file(desk.print(proposal, file, before));
  }

  private static ResponseEntity<byte[]> file(Printed printed) {
    boolean mail = printed.pdf() == null;
    return ResponseEntity.ok()
        .contentType(
            mail
                ? new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)
                : MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(mail ? "mail.txt" : "letter.pdf")
                .build()
                .toString())
        .body(mail ? printed.mail().getBytes(StandardCharsets.UTF_8) : printed.pdf());
  }

  private static LetterParts written(EditForm form) {
    return new LetterParts(form.text())
        .with(form.one("letterTitle"), form.one("letterSubject"), form.one("letterBody"));
  }

  private static Shown shown(EditForm form) {
    Map<String, String> chosen = new LinkedHashMap<>();
    form.filled()
        .forEach(
            (name, values) -> {
              if (name.startsWith(WHEN) && !values.get(0).isEmpty()) {
                chosen.put(name.substring(WHEN.length()), values.get(0));
              }
            });
    return new Shown(form.one("partnership"), chosen, form.one("bare").equals("true"));
  }

  private String show(Edit edit, LetterParts letter, List<Fault> faults, Model page) {
    page.addAttribute("edit", edit);
    page.addAttribute("letter", letter);
    page.addAttribute("faults", faults);
    page.addAttribute("choices", desk.choices(edit.id()));
    page.addAttribute("turns", desk.turns(letter));
    page.addAttribute("partnerships", desk.partnerships());
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/letter-edit";
  }
}
