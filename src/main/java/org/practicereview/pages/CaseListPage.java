package org.practicereview.pages;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseReach;
import org.practicereview.engine.AccountNames;
import org.practicereview.oversight.CaseList;
import org.practicereview.oversight.CaseList.Choices;
import org.practicereview.oversight.CaseList.Found;
import org.practicereview.oversight.CaseQuery;
import org.practicereview.oversight.KeptColumns;
import org.practicereview.oversight.ListedCase;
import org.practicereview.oversight.OpenWork;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases someone may see: searched, filtered, sorted, page by page, and as a spreadsheet. */
@Controller
class CaseListPage {

  /** The name in the session of the words searched for last. */
  private static final String SOUGHT = CaseListPage.class.getName() + ".sought";

  /** By what cases can be put together. */
  private static final List<String> GROUPS = List.of("stage", "urgency");

  private final CaseAccess access;
  private final CaseList list;
  private final KeptColumns columns;
  private final Partnerships partnerships;
  private final AccountNames names;
  private final Clock clock;

  CaseListPage(
      CaseAccess access,
      CaseList list,
      KeptColumns columns,
      Partnerships partnerships,
      AccountNames names,
      Clock clock) {
    this.access = access;
    this.list = list;
    this.columns = columns;
    this.partnerships = partnerships;
    this.names = names;
    this.clock = clock;
  }

  /** A choice of a filter. */
  public record Choice(String value, String words) {}

  @GetMapping("/cases")
  String show(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      HttpSession session,
      Model page) {
    CaseQuery query = query(asked, session);
    CaseReach reach = reach(reader);
    Found found = list.page(query, reach);
    if (found.cases().isEmpty() && query.page() > 1) {
      return "redirect:" + new CaseListAddress(query).page(1);
    }
    Choices choices = list.choices(reach);
    List<Partnership> own = reader.tenants().stream().map(partnerships::get).toList();
    page.addAttribute("today", LocalDate.now(clock));
    page.addAttribute("query", query);
    page.addAttribute("address", new CaseListAddress(query));
    page.addAttribute("lines", found.cases());
    page.addAttribute("groups", groups(found.cases()));
    page.addAttribute("columns", KeptColumns.Column.values());
    page.addAttribute("shownColumns", columns.of(reader.userId()));
    page.addAttribute(
        "names",
        names.of(
            found.cases().stream().flatMap(line -> line.work().stream()).map(OpenWork::assignee)));
    page.addAttribute("total", found.total());
    page.addAttribute("pages", (found.total() + CaseQuery.PAGE - 1) / CaseQuery.PAGE);
    page.addAttribute("said", said());
    page.addAttribute("mayTakeIn", RunningCasesPage.mayTakeIn(reader));
    page.addAttribute("partnerships", own);
    page.addAttribute("stages", choices.stages());
    page.addAttribute("waited", choices.waited().stream().map(who -> choice(who, own)).toList());
    return "pages/cases";
  }

  /** Cases of one group, in their order; all in one where they are not put together. */
  private static Collection<List<ListedCase>> groups(List<ListedCase> lines) {
    return lines.stream()
        .collect(Collectors.groupingBy(ListedCase::group, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /** Keeps for the reader which columns they want to see. */
  @PostMapping("/cases/columns")
  String choose(
      @RequestParam MultiValueMap<String, String> sent, @AuthenticationPrincipal SignedIn reader) {
    columns.keep(reader.userId(), sent.getOrDefault("column", List.of()));
    String back = Objects.requireNonNullElse(sent.getFirst("back"), "");
    return "redirect:" + (back.matches("/cases\\?[^{}\\s]*") ? back : "/cases");
  }

  /**
   * Takes up what is searched for. Words that may be a child's name stay in the session: an address
   * is kept in logs and in the history of the browser.
   */
  @PostMapping("/cases")
  String search(@RequestParam Map<String, String> asked, HttpSession session) {
    String words = text(asked, "q");
    if (CaseListAddress.mayBeName(words)) {
      session.setAttribute(SOUGHT, words);
    }
    return "redirect:" + new CaseListAddress(query(asked, words)).page(1);
  }

  /** What is shown, all pages of it, as a spreadsheet; written as it is read. */
  @GetMapping("/cases/export.{kind}")
  void export(
      @PathVariable("kind") String kind,
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      HttpSession session,
      HttpServletResponse response)
      throws IOException {
    if (!kind.equals("xlsx") && !kind.equals("csv")) {
      throw new NotThere("There is no export as " + kind);
    }
    LocalDate today = LocalDate.now(clock);
    response.setContentType(
        kind.equals("csv")
            ? "text/csv;charset=UTF-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("cases-" + today + "." + kind).build().toString());
    CaseExport export = new CaseExport(list, said(), today);
    CaseQuery query = query(asked, session);
    if (kind.equals("csv")) {
      export.csv(query, reach(reader), response.getOutputStream());
    } else {
      export.workbook(query, reach(reader), response.getOutputStream());
    }
  }

  private CaseReach reach(SignedIn reader) {
    return access.reach(reader.userId(), reader.groups(), reader.tenants());
  }

  /** The words of each partnership. */
  private Map<String, PlainWords> said() {
    return partnerships.all().stream()
        .collect(Collectors.toMap(Partnership::id, Function.identity()))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> new PlainWords(one.getValue())));
  }

  private static Choice choice(String who, List<Partnership> partnerships) {
    return new Choice(
        who,
        partnerships.stream()
            .filter(one -> one.agencies().stream().anyMatch(agency -> agency.code().equals(who)))
            .findFirst()
            .map(one -> one.agency(who).name())
            .orElseGet(() -> new PlainWords(partnerships.get(0)).code(who)));
  }

  private static CaseQuery query(Map<String, String> asked, HttpSession session) {
    String words = text(asked, "q");
    if (asked.containsKey(CaseListAddress.SOUGHT)) {
      words = Objects.toString(session.getAttribute(SOUGHT), "");
    } else if (CaseListAddress.mayBeName(words)) {
      words = "";
    }
    return query(asked, words);
  }

  private static CaseQuery query(Map<String, String> asked, String words) {
    return new CaseQuery(
        words,
        text(asked, "partnership"),
        text(asked, "stage"),
        text(asked, "state"),
        text(asked, "late"),
        text(asked, "waits"),
        asked.getOrDefault("sort", "urgency"),
        "desc".equals(asked.get("order")),
        GROUPS.contains(text(asked, "group")) ? text(asked, "group") : "",
        number(text(asked, "page")));
  }

  private static String text(Map<String, String> asked, String name) {
    String text = asked.getOrDefault(name, "").strip();
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
  }
}
