package org.practicereview.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Seen;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.oversight.CaseProgress;
import org.practicereview.oversight.OpenWork;
import org.practicereview.oversight.Standstills;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.practicereview.work.Urgency;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The cases someone may see, most urgent first. */
@Controller
class CaseListPage {

  private static final int SOON = 3;
  private static final String STANDS_STILL = "Stands still";

  private final CaseAccess access;
  private final CaseProgress progress;
  private final Standstills standstills;
  private final Clocks clocks;
  private final Partnerships partnerships;
  private final Clock clock;

  CaseListPage(
      CaseAccess access,
      CaseProgress progress,
      Standstills standstills,
      Clocks clocks,
      Partnerships partnerships,
      Clock clock) {
    this.access = access;
    this.progress = progress;
    this.standstills = standstills;
    this.clocks = clocks;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /**
   * A line of the list.
   *
   * @param nextClock the clock that runs out first, or null
   * @param urgency {@code Act now}, {@code Stands still}, {@code Overdue}, {@code Due soon}, {@code
   *     Not due yet}, {@code No date} or {@code Closed}
   * @param standsStill whether a step of the case has failed for good
   * @param words the words of the case's partnership
   */
  public record Line(
      CaseFile file,
      List<OpenWork> work,
      Deadline nextClock,
      String urgency,
      boolean standsStill,
      PlainWords words) {}

  @GetMapping("/cases")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    List<Seen> visible = access.visible(reader.userId(), reader.groups(), reader.tenants());
    Map<String, List<OpenWork>> work =
        progress.openWork(
            visible.stream()
                .map(Seen::file)
                .filter(CaseFile::isOpen)
                .map(CaseFile::reference)
                .toList());
    Map<String, List<Deadline>> running =
        reader.tenants().stream()
            .flatMap(tenant -> clocks.open(tenant).stream())
            .collect(Collectors.groupingBy(Deadline::caseReference));
    Set<String> stopped = standstills.cases();
    page.addAttribute("today", LocalDate.now(clock));
    page.addAttribute(
        "lines",
        visible.stream()
            .map(
                seen -> {
                  String reference = seen.file().reference();
                  return line(
                      seen,
                      reader,
                      work.getOrDefault(reference, List.of()),
                      running.getOrDefault(reference, List.of()),
                      stopped.contains(reference));
                })
            .sorted(
                Comparator.comparing((Line line) -> rank(line.urgency()))
                    .thenComparing(
                        line ->
                            line.nextClock() == null ? LocalDate.MAX : line.nextClock().dueOn()))
            .toList());
    return "pages/cases";
  }

  private Line line(
      Seen seen,
      SignedIn reader,
      List<OpenWork> allWork,
      List<Deadline> allRunning,
      boolean standsStill) {
    CaseFile file = seen.file();
    PlainWords words = new PlainWords(partnerships.get(file.partnership()));
    if (!file.isOpen()) {
      return new Line(file, List.of(), null, "Closed", false, words);
    }
    Sight sight = seen.sight();
    Deadline next =
        allRunning.stream()
            .filter(clock -> sight.header() || sight.agencies().contains(clock.scope()))
            .min(Comparator.comparing(Deadline::dueOn))
            .orElse(null);
    List<OpenWork> work =
        allWork.stream()
            .filter(
                item ->
                    sight.header() || item.groups().stream().anyMatch(reader.groups()::contains))
            .toList();
    return new Line(
        file, work, next, urgency(allWork, standsStill, urgency(next)), standsStill, words);
  }

  /** A child's safety comes before a case that stands still, and that before every date. */
  private static String urgency(List<OpenWork> work, boolean standsStill, String byDate) {
    if (work.stream().anyMatch(OpenWork::actNow)) {
      return Urgency.SAFETY.words();
    }
    return standsStill ? STANDS_STILL : byDate;
  }

  private String urgency(Deadline next) {
    LocalDate today = LocalDate.now(clock);
    if (next == null) {
      return "No date";
    }
    if (next.dueOn().isBefore(today)) {
      return "Overdue";
    }
    return next.dueOn().isAfter(today.plusDays(SOON)) ? "Not due yet" : "Due soon";
  }

  private static int rank(String urgency) {
    return List.of(
            Urgency.SAFETY.words(),
            STANDS_STILL,
            "Overdue",
            "Due soon",
            "Not due yet",
            "No date",
            "Closed")
        .indexOf(urgency);
  }
}
