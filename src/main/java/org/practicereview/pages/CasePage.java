package org.practicereview.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.ReferredChildren;
import org.practicereview.casefile.Seals;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Explanation;
import org.practicereview.events.process.AnyTimeEvents;
import org.practicereview.letters.Letter;
import org.practicereview.letters.Letters;
import org.practicereview.naming.CaseNaming;
import org.practicereview.oversight.CaseProgress;
import org.practicereview.oversight.OpenWork;
import org.practicereview.oversight.Standstills;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.partnership.RoleGroups;
import org.practicereview.reviewteam.TeamMembers;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything about one case that its reader may see, on one page. */
@Controller
class CasePage {

  private static final int RECENT = 12;
  private static final String NOTIFICATION = "submit-notification";
  private final CaseFiles cases;
  private final CaseAccess access;
  private final CaseAgencies agencies;
  private final CasePeople people;
  private final CaseNaming naming;
  private final TeamMembers team;
  private final Answers answers;
  private final CaseFacts facts;
  private final Documents documents;
  private final Seals seals;
  private final ReferredChildren children;
  private final Clocks clocks;
  private final Letters letters;
  private final CaseProgress progress;
  private final Standstills standstills;
  private final AuditTrail audit;
  private final Partnerships partnerships;
  private final AnyTimeEvents anyTime;
  private final List<CaseLink> links;

  CasePage(
      CaseFiles cases,
      CaseAccess access,
      CaseAgencies agencies,
      CasePeople people,
      CaseNaming naming,
      TeamMembers team,
      Answers answers,
      CaseFacts facts,
      Documents documents,
      Seals seals,
      ReferredChildren children,
      Clocks clocks,
      Letters letters,
      CaseProgress progress,
      Standstills standstills,
      AuditTrail audit,
      Partnerships partnerships,
      AnyTimeEvents anyTime,
      List<CaseLink> links) {
    this.cases = cases;
    this.access = access;
    this.agencies = agencies;
    this.people = people;
    this.naming = naming;
    this.team = team;
    this.answers = answers;
    this.facts = facts;
    this.documents = documents;
    this.seals = seals;
    this.children = children;
    this.clocks = clocks;
    this.letters = letters;
    this.progress = progress;
    this.standstills = standstills;
    this.audit = audit;
    this.partnerships = partnerships;
    this.anyTime = anyTime;
    this.links = links;
  }

  @GetMapping("/case/{reference}")
  String show(
      @PathVariable String reference, @AuthenticationPrincipal SignedIn reader, Model page) {
    Sight sight = access.sight(reference, reader.userId(), reader.groups(), reader.tenants());
    CaseFile caseFile = cases.get(reference);
    Partnership partnership = partnerships.get(caseFile.partnership());
    page.addAttribute("case", caseFile);
    page.addAttribute("partnership", partnership);
    page.addAttribute("sight", sight);
    page.addAttribute("may", CaseActions.allowed(reader.rolesIn(caseFile.partnership())));
    page.addAttribute(
        "links", links.stream().filter(link -> link.isFor(caseFile, sight, reader)).toList());
    page.addAttribute(
        "anyTime",
        caseFile.isOpen()
            ? anyTime.of(reference, reader.rolesIn(caseFile.partnership()))
            : List.of());
    page.addAttribute("reviewerNamed", facts.text(reference, "reviewerName").isPresent());
    page.addAttribute("sealed", seals.of(reference).orElse(null));
    page.addAttribute("duplicateOf", children.duplicateOf(reference).orElse(null));
    page.addAttribute("duplicates", children.duplicatesOf(reference));
    page.addAttribute("pseudonym", facts.text(reference, "pseudonym").orElse(null));
    page.addAttribute("words", new PlainWords(partnership));
    List<String> own = sight.agencies();
    page.addAttribute(
        "agencies",
        agencies.of(reference).stream()
            .filter(asked -> sight.header() || own.contains(asked.agency()))
            .toList());
    Set<String> asked =
        agencies.of(reference).stream().map(CaseAgency::agency).collect(Collectors.toSet());
    page.addAttribute(
        "askable",
        partnership.agencies().stream().filter(agency -> !asked.contains(agency.code())).toList());
    page.addAttribute("notified", answers.latest(reference, NOTIFICATION, "").isPresent());
    Map<Boolean, List<Explanation>> explained =
        clocks.of(reference).stream()
            .filter(clock -> sight.header() || own.contains(clock.scope()))
            .map(clocks::explain)
            .collect(Collectors.partitioningBy(item -> item.deadline().isOpen()));
    page.addAttribute("open", explained.get(true));
    page.addAttribute("ended", explained.get(false));
    List<OpenWork> work = sight.header() ? progress.openWork(reference) : List.of();
    page.addAttribute("work", work);
    page.addAttribute("standstills", standstills.of(reference));
    page.addAttribute(
        "reviewerMissing",
        people.reviewers(reference).isEmpty()
            && work.stream()
                .map(item -> RoleGroups.rolesIn(partnership.id(), item.groups()))
                .anyMatch(roles -> roles.contains(CasePeople.LEAD_REVIEWER)));
    Map<Boolean, List<Letter>> register =
        (sight.letters() ? letters.of(reference) : List.<Letter>of())
            .stream().collect(Collectors.partitioningBy(Letter::waits));
    page.addAttribute("waitingLetters", register.get(true));
    page.addAttribute("otherLetters", register.get(false));
    page.addAttribute("answers", answers.of(reference).stream().filter(sight::mayRead).toList());
    page.addAttribute(
        "documents",
        documents.of(reference).stream()
            // Letters are listed with the letters.
            .filter(document -> !document.kind().startsWith("letter"))
            .filter(sight::mayRead)
            .toList());
    boolean names = CaseActions.allowed(reader.rolesIn(caseFile.partnership())).contains("people");
    page.addAttribute(
        "team", sight.identity() || sight.reviewTeam() ? team.members(reference) : List.of());
    page.addAttribute("people", sight.identity() ? people.of(reference) : List.of());
    page.addAttribute(
        "nameable", names && caseFile.isOpen() ? naming.choices(reference) : List.of());
    List<AuditEntry> trail = sight.header() ? newestFirst(reference) : List.of();
    page.addAttribute("recent", trail.subList(0, Math.min(RECENT, trail.size())));
    page.addAttribute("earlier", trail.subList(Math.min(RECENT, trail.size()), trail.size()));
    return "pages/case";
  }

  private List<AuditEntry> newestFirst(String reference) {
    List<AuditEntry> trail = new ArrayList<>(audit.of(reference));
    Collections.reverse(trail);
    return trail;
  }
}
