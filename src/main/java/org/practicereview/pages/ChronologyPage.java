package org.practicereview.pages;

import static org.practicereview.pages.PageQuestions.CHRONOLOGY_TEMPLATE_SENT_ON;
import static org.practicereview.pages.PageQuestions.PSEUDONYM;
import static org.practicereview.pages.PageQuestions.SCOPE_FROM;
import static org.practicereview.pages.PageQuestions.SCOPE_TO;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.chronology.AgencyChronology;
import org.practicereview.chronology.Chronologies;
import org.practicereview.chronology.Chronologies.MergedRow;
import org.practicereview.chronology.ChronologyRefused;
import org.practicereview.chronology.ChronologyRow;
import org.practicereview.chronology.ChronologySheets;
import org.practicereview.chronology.DatesUnclear;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
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

/**
 * The chronologies of a case, merged by date. Those who know the child's identity, the named lead
 * reviewer and the members of the review team read what the agencies have approved; the people of
 * an agency also what their own agency is writing, and can bring it as a spreadsheet.
 */
@Controller
class ChronologyPage implements CaseLink {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType WORKBOOK =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final CaseFiles cases;
  private final CaseAccess access;
  private final CaseFacts facts;
  private final Chronologies chronologies;
  private final Partnerships partnerships;
  private final AuditTrail audit;

  ChronologyPage(
      CaseFiles cases,
      CaseAccess access,
      CaseFacts facts,
      Chronologies chronologies,
      Partnerships partnerships,
      AuditTrail audit) {
    this.cases = cases;
    this.access = access;
    this.facts = facts;
    this.chronologies = chronologies;
    this.partnerships = partnerships;
    this.audit = audit;
  }

  @Override
  public String title() {
    return "Chronology";
  }

  @Override
  public String path() {
    return "chronology";
  }

  @Override
  public boolean isFor(CaseFile caseFile, Sight sight, SignedIn reader) {
    return mayRead(sight)
        && facts.text(caseFile.reference(), CHRONOLOGY_TEMPLATE_SENT_ON).isPresent();
  }

  private static boolean mayRead(Sight sight) {
    return readsAll(sight) || !sight.agencies().isEmpty();
  }

  /** The rows of all chronologies that someone may read, merged; none if they may read none. */
  List<MergedRow> rows(String reference, SignedIn reader) {
    return mayRead(sight(reference, reader)) ? read(reference, "", reader).rows() : List.of();
  }

  private static boolean readsAll(Sight sight) {
    return sight.identity() || sight.reviewTeam();
  }

  /**
   * What someone reads of the chronologies.
   *
   * @param all every agency in the review, as far as the reader may know of it
   * @param rows the rows to show, merged
   */
  private record Read(
      CaseFile file, Sight sight, List<AgencyChronology> all, List<MergedRow> rows) {

    PlainWords words(Partnerships partnerships) {
      return new PlainWords(partnerships.get(file.partnership()));
    }
  }

  @GetMapping("/case/{reference}/chronology")
  String show(
      @PathVariable("reference") String reference,
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    Read read = read(reference, agency, reader);
    page.addAttribute("case", read.file());
    page.addAttribute("words", read.words(partnerships));
    page.addAttribute("chosen", agency);
    page.addAttribute("readsAll", readsAll(read.sight()));
    page.addAttribute("chronologies", read.all());
    page.addAttribute("rows", read.rows());
    page.addAttribute("pseudonym", facts.text(reference, PSEUDONYM).orElse(null));
    page.addAttribute("scopeFrom", facts.date(reference, SCOPE_FROM).orElse(null));
    page.addAttribute("scopeTo", facts.date(reference, SCOPE_TO).orElse(null));
    page.addAttribute("own", read.sight().agencies());
    page.addAttribute("open", chronologies.open(reference, read.sight().agencies()));
    return "pages/chronology";
  }

  @GetMapping("/case/{reference}/chronology/merged.csv")
  ResponseEntity<byte[]> mergedCsv(
      @PathVariable("reference") String reference,
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @AuthenticationPrincipal SignedIn reader) {
    Read read = taken(reference, agency, reader);
    return file(
        ChronologySheets.mergedCsv(read.rows(), read.words(partnerships)::agency),
        CSV,
        reference + "-chronology.csv");
  }

  @GetMapping("/case/{reference}/chronology/merged.xlsx")
  ResponseEntity<byte[]> mergedWorkbook(
      @PathVariable("reference") String reference,
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @AuthenticationPrincipal SignedIn reader) {
    Read read = taken(reference, agency, reader);
    return file(
        ChronologySheets.mergedWorkbook(read.rows(), read.words(partnerships)::agency),
        WORKBOOK,
        reference + "-chronology.xlsx");
  }

  @GetMapping("/case/{reference}/chronology/{agency}/rows.csv")
  ResponseEntity<byte[]> ownCsv(
      @PathVariable("reference") String reference,
      @PathVariable("agency") String agency,
      @AuthenticationPrincipal SignedIn reader) {
    return file(
        ChronologySheets.csv(own(reference, agency, reader)),
        CSV,
        reference + "-chronology-" + agency + ".csv");
  }

  @GetMapping("/case/{reference}/chronology/{agency}/rows.xlsx")
  ResponseEntity<byte[]> ownWorkbook(
      @PathVariable("reference") String reference,
      @PathVariable("agency") String agency,
      @AuthenticationPrincipal SignedIn reader) {
    return file(
        ChronologySheets.workbook(own(reference, agency, reader)),
        WORKBOOK,
        reference + "-chronology-" + agency + ".xlsx");
  }

  @PostMapping("/case/{reference}/chronology/{agency}")
  String upload(
      @PathVariable("reference") String reference,
      @PathVariable("agency") String agency,
      @RequestParam("spreadsheet") MultipartFile spreadsheet,
      @RequestParam(name = "datesSeen", defaultValue = "false") boolean datesSeen,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    requireOwn(reference, agency, by);
    try {
      int rows =
          chronologies.upload(reference, agency, spreadsheet.getBytes(), by.userId(), datesSeen);
      back.addFlashAttribute(
          "done",
          (rows == 1 ? "One row was taken." : rows + " rows were taken.")
              + " They stand in the form of the task now: open it in Tasklist, check them, answer"
              + " the other questions and send it.");
      return "redirect:/case/" + reference + "/chronology";
    } catch (ChronologyRefused e) {
      return refused(reference, by, page, e.problems());
    } catch (DatesUnclear e) {
      page.addAttribute("unclear", e.readings());
      page.addAttribute("unclearIn", agency);
      return show(reference, "", by, page);
    } catch (Refused e) {
      return refused(reference, by, page, List.of(e.getMessage() + "."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where {@link TooLargeUploads} sends whoever uploads more than the server reads. */
  @GetMapping(path = "/case/{reference}/chronology", params = "tooLarge")
  String tooLarge(
      @PathVariable("reference") String reference,
      @AuthenticationPrincipal SignedIn by,
      Model page) {
    return refused(reference, by, page, ChronologyRefused.tooLarge().problems());
  }

  /** The page again with the reasons: they repeat what was written, so they go into no session. */
  private String refused(String reference, SignedIn by, Model page, List<String> problems) {
    page.addAttribute("problems", problems);
    return show(reference, "", by, page);
  }

  private Read taken(String reference, String agency, SignedIn reader) {
    Read read = read(reference, agency, reader);
    audit.record(reference, reader.userId(), "The chronology was taken out as a spreadsheet.");
    return read;
  }

  private Read read(String reference, String chosen, SignedIn reader) {
    Sight sight = sight(reference, reader);
    if (!mayRead(sight)) {
      throw new NotAllowed();
    }
    Predicate<AgencyChronology> seen =
        one -> readsAll(sight) || sight.agencies().contains(one.agency());
    List<AgencyChronology> all = chronologies.of(reference).stream().filter(seen).toList();
    if (!chosen.isEmpty() && all.stream().noneMatch(one -> one.agency().equals(chosen))) {
      throw new NotThere(chosen);
    }
    Map<String, List<ChronologyRow>> rows = new LinkedHashMap<>();
    all.stream()
        .filter(one -> chosen.isEmpty() || one.agency().equals(chosen))
        .forEach(
            one ->
                rows.put(
                    one.agency(),
                    sight.agencies().contains(one.agency()) ? one.latest() : one.approved()));
    return new Read(cases.get(reference), sight, all, Chronologies.merged(rows));
  }

  private List<ChronologyRow> own(String reference, String agency, SignedIn reader) {
    requireOwn(reference, agency, reader);
    return chronologies.of(reference).stream()
        .filter(one -> one.agency().equals(agency))
        .findFirst()
        .map(AgencyChronology::latest)
        .orElseThrow(() -> new NotThere(agency))
        .stream()
        .sorted(Comparator.comparing(ChronologyRow::on))
        .toList();
  }

  private void requireOwn(String reference, String agency, SignedIn reader) {
    if (!sight(reference, reader).agencies().contains(agency)) {
      throw new NotAllowed();
    }
  }

  private Sight sight(String reference, SignedIn reader) {
    return access.sight(reference, reader.userId(), reader.groups(), reader.tenants());
  }

  private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
    return OneLetterPage.file(
        content, type, ContentDisposition.attachment().filename(name).build());
  }
}
