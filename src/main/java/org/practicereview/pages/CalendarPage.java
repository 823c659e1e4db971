package org.practicereview.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseReach;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.oversight.CalendarEntry;
import org.practicereview.oversight.CalendarFeeds;
import org.practicereview.oversight.CalendarList;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.security.RightsNow;
import org.practicereview.security.SignedIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is due and what happens in the reader's cases, by month, and for their calendar program. */
@Controller
class CalendarPage {

  private static final MediaType ICALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
  private static final int DAYS_BACK = 31;
  private static final int DAYS_AHEAD = 400;
  private static final int DAYS_A_WEEK = 7;

  /** This month, and a year from it. */
  private static final int MONTHS_AHEAD = 13;

  private final CalendarList list;
  private final CalendarFeeds feeds;
  private final CalendarRate rate;
  private final CaseAccess access;
  private final RightsNow rights;
  private final Clocks clocks;
  private final Partnerships partnerships;
  private final Clock clock;
  private final String address;

  CalendarPage(
      CalendarList list,
      CalendarFeeds feeds,
      CalendarRate rate,
      CaseAccess access,
      RightsNow rights,
      Clocks clocks,
      Partnerships partnerships,
      Clock clock,
      @Value("${practice-review.address}") String address) {
    this.list = list;
    this.feeds = feeds;
    this.rate = rate;
    this.access = access;
    this.rights = rights;
    this.clocks = clocks;
    this.partnerships = partnerships;
    this.clock = clock;
    this.address = address.replaceAll("/+$", "");
  }

  /** What stands on a line of the calendar. */
  public record Line(String reference, String words, String kind, boolean late) {}

  /**
   * A day of the month's page.
   *
   * @param off why no one works; empty on a working day
   */
  public record Day(LocalDate date, boolean inMonth, boolean today, String off, List<Line> lines) {}

  /** A month that can be opened, as in an address and as people write it. */
  public record Month(String id, String name) {}

  @GetMapping("/calendar")
  String show(
      @RequestParam(name = "month", defaultValue = "") String asked,
      @RequestParam(name = "only", defaultValue = "") String only,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    LocalDate today = LocalDate.now(clock);
    YearMonth month =
        asked.matches("20[0-9]{2}-(0[1-9]|1[0-2])")
            ? YearMonth.parse(asked)
            : YearMonth.from(today);
    LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    Map<LocalDate, List<CalendarEntry>> entries =
        list.between(first, last, reach(reader)).stream()
            .filter(entry -> only.isEmpty() || entry.kind().name().equalsIgnoreCase(only))
            .collect(Collectors.groupingBy(CalendarEntry::day));
    Map<String, CalendarWords> words = words();
    List<Day> days =
        first
            .datesUntil(last.plusDays(1))
            .map(date -> day(date, month, today, entries.getOrDefault(date, List.of()), words))
            .toList();
    List<List<Day>> weeks = new ArrayList<>();
    for (int from = 0; from < days.size(); from += DAYS_A_WEEK) {
      weeks.add(days.subList(from, from + DAYS_A_WEEK));
    }
    page.addAttribute("weeks", weeks);
    page.addAttribute("name", MONTH.format(month));
    page.addAttribute("month", month.toString());
    page.addAttribute("before", month.minusMonths(1).toString());
    page.addAttribute("after", month.plusMonths(1).toString());
    YearMonth now = YearMonth.from(today);
    page.addAttribute(
        "months",
        IntStream.range(0, MONTHS_AHEAD)
            .mapToObj(now::plusMonths)
            .map(one -> new Month(one.toString(), MONTH.format(one)))
            .toList());
    page.addAttribute("only", only);
    page.addAttribute(
        "nothing", days.stream().filter(Day::inMonth).allMatch(day -> day.lines().isEmpty()));
    page.addAttribute("feedMade", feeds.madeAt(reader.userId()).orElse(null));
    page.addAttribute("plain", new PlainWords(partnerships.all().get(0)));
    return "pages/calendar";
  }

  private Day day(
      LocalDate date,
      YearMonth month,
      LocalDate today,
      List<CalendarEntry> entries,
      Map<String, CalendarWords> words) {
    WorkingDayCalendar calendar = clocks.calendar();
    return new Day(
        date,
        YearMonth.from(date).equals(month),
        date.equals(today),
        calendar.whyNotWorking(date).orElse(""),
        entries.stream()
            .map(
                entry ->
                    new Line(
                        entry.reference(),
                        words.get(entry.partnership()).of(entry),
                        entry.kind().name().toLowerCase(Locale.ROOT),
                        entry.late()))
            .toList());
  }

  private CaseReach reach(SignedIn reader) {
    return access.reach(reader.userId(), reader.groups(), reader.tenants());
  }

  private Map<String, CalendarWords> words() {
    return partnerships.all().stream()
        .collect(Collectors.toMap(Partnership::id, Function.identity()))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> new CalendarWords(one.getValue())));
  }

  /** Makes an address for the reader's calendar program, which is shown once. */
  @PostMapping("/calendar/feed")
  String makeFeed(@AuthenticationPrincipal SignedIn by, RedirectAttributes back) {
    back.addFlashAttribute("feed", address + "/calendar/feed/" + feeds.make(by.userId()) + ".ics");
    return "redirect:/calendar";
  }

  @PostMapping("/calendar/feed/end")
  String endFeed(@AuthenticationPrincipal SignedIn by, RedirectAttributes back) {
    feeds.end(by.userId());
    back.addFlashAttribute("done", "The address has been ended. No calendar program reads it now.");
    return "redirect:/calendar";
  }

  /** What a calendar program reads: all that its owner may see now. */
  @GetMapping("/calendar/feed/{secret}.ics")
  ResponseEntity<String> feed(@PathVariable("secret") String secret, HttpServletRequest request) {
    if (!rate.allows(request.getRemoteAddr())) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
    }
    SignedIn owner =
        feeds
            .owner(secret)
            .flatMap(rights::find)
            .orElseThrow(() -> new NotThere("There is no such calendar"));
    LocalDate today = LocalDate.now(clock);
    return ResponseEntity.ok()
        .contentType(ICALENDAR)
        .cacheControl(CacheControl.noStore())
        .body(
            CalendarFile.of(
                list.between(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), reach(owner)),
                words(),
                address));
  }
}
