package org.practicereview.pages;

import static org.practicereview.pages.PageQuestions.COMPLAINT_ABOUT;
import static org.practicereview.pages.PageQuestions.COMPLAINT_OUTCOME;
import static org.practicereview.pages.PageQuestions.COMPLAINT_RECEIVED_ON;
import static org.practicereview.pages.PageQuestions.CONTACT_RUNG_ON;
import static org.practicereview.pages.PageQuestions.CONTACT_SAID;
import static org.practicereview.pages.PageQuestions.DISCLOSURE_ASKED;
import static org.practicereview.pages.PageQuestions.DISCLOSURE_DECISION;
import static org.practicereview.pages.PageQuestions.DISCLOSURE_KIND;
import static org.practicereview.pages.PageQuestions.DISCLOSURE_RECEIVED_ON;
import static org.practicereview.pages.PageQuestions.HOLD_ASKED_BY;
import static org.practicereview.pages.PageQuestions.PROCEEDINGS_ABOUT;
import static org.practicereview.pages.PageQuestions.PROCEEDINGS_CONSTRAINTS;
import static org.practicereview.pages.PageQuestions.PROCEEDINGS_CONSTRAINT_DETAILS;
import static org.practicereview.pages.PageQuestions.PROCEEDINGS_CONTACT;
import static org.practicereview.pages.PageQuestions.PROCEEDINGS_KIND;
import static org.practicereview.pages.PageQuestions.PROCEEDINGS_OUTCOME;
import static org.practicereview.pages.PageQuestions.PROCEEDINGS_OWNER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.UnknownCase;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.forms.AskedAndAnswered;
import org.practicereview.forms.OptionWords;
import org.practicereview.forms.Question;
import org.practicereview.partnership.Partnerships;
import org.practicereview.register.Matter;
import org.practicereview.register.Matters;
import org.practicereview.register.ParallelProceedings;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The register of what runs beside a review: parallel proceedings, complaints, requests for its
 * material. That there is one, and whether publication waits, everyone sees who sees the case; what
 * it is about, only those who may know the family.
 */
@Controller
class RegisterPage implements CaseLink {

  /** What the register shows of an entry, in this order. */
  private static final List<Question<?>> SHOWN =
      List.of(
          PROCEEDINGS_KIND,
          PROCEEDINGS_OWNER,
          PROCEEDINGS_CONTACT,
          PROCEEDINGS_ABOUT,
          PROCEEDINGS_CONSTRAINTS,
          PROCEEDINGS_CONSTRAINT_DETAILS,
          CONTACT_RUNG_ON,
          CONTACT_SAID,
          HOLD_ASKED_BY,
          PROCEEDINGS_OUTCOME,
          COMPLAINT_ABOUT,
          COMPLAINT_RECEIVED_ON,
          COMPLAINT_OUTCOME,
          DISCLOSURE_KIND,
          DISCLOSURE_RECEIVED_ON,
          DISCLOSURE_ASKED,
          DISCLOSURE_DECISION);

  private final CaseFiles cases;
  private final CaseAccess access;
  private final CaseFacts facts;
  private final Clocks clocks;
  private final Matters matters;
  private final ParallelProceedings proceedings;
  private final Partnerships partnerships;
  private final OptionWords options;
  private final CompletedForms completed;

  RegisterPage(
      CaseFiles cases,
      CaseAccess access,
      CaseFacts facts,
      Clocks clocks,
      Matters matters,
      ParallelProceedings proceedings,
      Partnerships partnerships,
      OptionWords options,
      CompletedForms completed) {
    this.cases = cases;
    this.access = access;
    this.facts = facts;
    this.clocks = clocks;
    this.matters = matters;
    this.proceedings = proceedings;
    this.partnerships = partnerships;
    this.options = options;
    this.completed = completed;
  }

  /**
   * One line of the register.
   *
   * @param waiting whether publication waits for it
   * @param nextOn when something is due next, or null
   * @param known what is known of it, as it was asked; empty for those who may not know the family
   */
  record Entry(
      String name,
      Instant since,
      Instant endedAt,
      boolean waiting,
      LocalDate nextOn,
      List<AskedAndAnswered.Line> known) {}

  @Override
  public String title() {
    return "Register: proceedings, complaints and requests for disclosure";
  }

  @Override
  public String path() {
    return "register";
  }

  @Override
  public boolean isFor(CaseFile caseFile, Sight sight, SignedIn reader) {
    return sight.header() && !matters.of(caseFile.reference()).isEmpty();
  }

  @GetMapping("/case/{reference}/register")
  String show(
      @PathVariable("reference") String reference,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    Sight sight = access.sight(reference, reader.userId(), reader.groups(), reader.tenants());
    if (!sight.header()) {
      throw new UnknownCase(reference);
    }
    CaseFile caseFile = cases.get(reference);
    Set<String> waiting =
        proceedings.activeHolds(reference).stream()
            .map(ParallelProceedings.Hold::proceedings)
            .collect(Collectors.toSet());
    page.addAttribute("case", caseFile);
    page.addAttribute("title", title());
    page.addAttribute("words", new PlainWords(partnerships.get(caseFile.partnership())));
    page.addAttribute("waits", !waiting.isEmpty());
    page.addAttribute(
        "entries",
        matters.of(reference).stream()
            .map(matter -> entry(matter, waiting.contains(matter.scope()), sight))
            .toList());
    return "pages/register";
  }

  private Entry entry(Matter matter, boolean waiting, Sight sight) {
    LocalDate next =
        clocks.of(matter.caseReference()).stream()
            .filter(clock -> clock.scope().equals(matter.scope()) && clock.isOpen())
            .map(Deadline::dueOn)
            .findFirst()
            .orElse(null);
    List<AskedAndAnswered.Line> known = sight.identity() ? known(matter) : List.of();
    return new Entry(matter.name(), matter.openedAt(), matter.endedAt(), waiting, next, known);
  }

  private List<AskedAndAnswered.Line> known(Matter matter) {
    String reference = matter.caseReference();
    Map<String, Object> known = facts.of(reference, matter.scope());
    AskedAndAnswered asked = completed.asked(partnerships.get(cases.get(reference).partnership()));
    List<AskedAndAnswered.Line> lines = new ArrayList<>();
    proceedings
        .reasons(reference, matter.scope())
        .ifPresent(
            reasons -> lines.add(new AskedAndAnswered.Line("Why publication waits", reasons)));
    SHOWN.stream()
        .flatMap(question -> options.field(question).stream())
        .flatMap(field -> asked.line(field, known.get(field.key())).stream())
        .forEach(lines::add);
    return lines;
  }
}
