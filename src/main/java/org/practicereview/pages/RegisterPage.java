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
import static org.practicereview.pages.PageQuestions.PUBLICATION_HOLD_REASONS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
  private static final List<String> SHOWN =
      List.of(
          PROCEEDINGS_KIND.key(),
          PROCEEDINGS_OWNER.key(),
          PROCEEDINGS_CONTACT.key(),
          PROCEEDINGS_ABOUT.key(),
          PROCEEDINGS_CONSTRAINTS.key(),
          PROCEEDINGS_CONSTRAINT_DETAILS.key(),
          CONTACT_RUNG_ON.key(),
          CONTACT_SAID.key(),
          PUBLICATION_HOLD_REASONS.key(),
          HOLD_ASKED_BY.key(),
          PROCEEDINGS_OUTCOME.key(),
          COMPLAINT_ABOUT.key(),
          COMPLAINT_RECEIVED_ON.key(),
          COMPLAINT_OUTCOME.key(),
          DISCLOSURE_KIND.key(),
          DISCLOSURE_RECEIVED_ON.key(),
          DISCLOSURE_ASKED.key(),
          DISCLOSURE_DECISION.key());

  private final CaseFiles cases;
  private final CaseAccess access;
  private final CaseFacts facts;
  private final Clocks clocks;
  private final Matters matters;
  private final ParallelProceedings proceedings;
  private final Partnerships partnerships;

  RegisterPage(
      CaseFiles cases,
      CaseAccess access,
      CaseFacts facts,
      Clocks clocks,
      Matters matters,
      ParallelProceedings proceedings,
      Partnerships partnerships) {
    this.cases = cases;
    this.access = access;
    this.facts = facts;
    this.clocks = clocks;
    this.matters = matters;
    this.proceedings = proceedings;
    this.partnerships = partnerships;
  }

  /**
   * One line of the register.
   *
   * @param waiting whether publication waits for it
   * @param nextOn when something is due next, or null
   * @param known what is known of it by key; empty for those who may not know the family
   */
  record Entry(
      String name,
      Instant since,
      Instant endedAt,
      boolean waiting,
      LocalDate nextOn,
      Map<String, Object> known) {}

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
    Map<String, Object> shown = new LinkedHashMap<>();
    if (sight.identity()) {
      Map<String, Object> known =
          new LinkedHashMap<>(facts.of(matter.caseReference(), matter.scope()));
      proceedings
          .reasons(matter.caseReference(), matter.scope())
          .ifPresent(reasons -> known.put(PUBLICATION_HOLD_REASONS.key(), reasons));
      SHOWN.stream().filter(known::containsKey).forEach(key -> shown.put(key, known.get(key)));
    }
    return new Entry(matter.name(), matter.openedAt(), matter.endedAt(), waiting, next, shown);
  }
}
