package org.practicereview.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.practicereview.intake.Intake;
import org.practicereview.intake.SignedReports;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a partnership begins: the cases that run already, from a spreadsheet. */
@Controller
class RunningCasesPage {

  private static final String ADDRESS = "/cases/running";
  private static final MediaType WORKBOOK =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Intake intake;
  private final SignedReports reports;
  private final Partnerships partnerships;

  RunningCasesPage(Intake intake, SignedReports reports, Partnerships partnerships) {
    this.intake = intake;
    this.reports = reports;
    this.partnerships = partnerships;
  }

  static boolean mayTakeIn(SignedIn reader) {
    return !managed(reader).isEmpty();
  }

  private static List<String> managed(SignedIn reader) {
    return reader.partnershipsAs(List.of(Role.BUSINESS_MANAGER.id()));
  }

  private static List<String> require(SignedIn reader) {
    if (!mayTakeIn(reader)) {
      throw new NotAllowed();
    }
    return managed(reader);
  }

  private static void require(SignedIn reader, String partnership) {
    if (!managed(reader).contains(partnership)) {
      throw new NotAllowed();
    }
  }

  @GetMapping(path = ADDRESS, params = "!tooLarge")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    List<Partnership> places = require(reader).stream().map(partnerships::get).toList();
    page.addAttribute("places", places);
    page.addAttribute("reports", reports.missing(managed(reader)));
    page.addAttribute("words", new PlainWords(places.get(0)));
    return "pages/running-cases";
  }

  /** Where {@link TooLargeUploads} sends whoever uploads more than the server reads. */
  @GetMapping(path = ADDRESS, params = "tooLarge")
  String tooLarge(@AuthenticationPrincipal SignedIn reader, Model page) {
    page.addAttribute("refused", "The file is too large. It may have up to 5 MB.");
    return show(reader, page);
  }

  @GetMapping(ADDRESS + "/{partnership}/template.xlsx")
  ResponseEntity<byte[]> template(
      @PathVariable("partnership") String partnership, @AuthenticationPrincipal SignedIn reader) {
    require(reader, partnership);
    return ResponseEntity.ok()
        .contentType(WORKBOOK)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("running-cases.xlsx").build().toString())
        .body(intake.template(partnership));
  }

  /** What is in a spreadsheet, and what is wrong with it; nothing is taken in yet. */
  @PostMapping(ADDRESS + "/{partnership}")
  String check(
      @PathVariable("partnership") String partnership,
      @RequestParam("spreadsheet") MultipartFile spreadsheet,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    require(by, partnership);
    try {
      page.addAttribute(
          "report",
          intake.check(
              partnership, spreadsheet.getOriginalFilename(), spreadsheet.getBytes(), by.userId()));
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was taken in.");
      return "redirect:" + ADDRESS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return show(by, page);
  }

  /** Takes in what was checked. */
  @PostMapping(ADDRESS + "/take/{id}")
  String take(
      @PathVariable("id") String id,
      @RequestParam(name = "looked", defaultValue = "false") boolean looked,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    try {
      back.addFlashAttribute("taken", intake.take(id, require(by), looked, by.userId()));
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was taken in.");
    }
    return "redirect:" + ADDRESS;
  }

  /** Files the report of a case that was signed off before it was taken in. */
  @PostMapping(ADDRESS + "/report/{reference}")
  String report(
      @PathVariable("reference") String reference,
      @RequestParam("report") MultipartFile report,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back) {
    List<String> managed = require(by);
    try {
      reports.file(
          reference, managed, report.getOriginalFilename(), report.getBytes(), by.userId());
      back.addFlashAttribute("done", "The report of " + reference + " was filed.");
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "redirect:" + ADDRESS;
  }
}
