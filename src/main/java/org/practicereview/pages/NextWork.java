package org.practicereview.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.UnknownCase;
import org.practicereview.oversight.WorkList;
import org.practicereview.oversight.WorkList.Whose;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What comes after a task was done, for Tasklist to show: in its case, and for the person. */
@RestController
class NextWork {

  /** What the case went on with since the form was sent. */
  private static final Duration JUST_NOW = Duration.ofMinutes(1);

  private final WorkList list;
  private final WorkItems items;
  private final CaseAccess access;
  private final Partnerships partnerships;
  private final Clock clock;

  NextWork(
      WorkList list, WorkItems items, CaseAccess access, Partnerships partnerships, Clock clock) {
    this.list = list;
    this.items = items;
    this.access = access;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  @GetMapping("/my-work/next")
  Map<String, Object> next(
      @RequestParam(name = "case", defaultValue = "") String reference,
      @AuthenticationPrincipal SignedIn reader) {
    Map<String, Object> next = new LinkedHashMap<>();
    List<WorkItem> mine =
        list
            .page(
                Whose.MINE, -1, 1, access.reach(reader.userId(), reader.groups(), reader.tenants()))
            .stream()
            .map(WorkList.Line::item)
            .toList();
    // The same case first: its facts are still before the person's eyes.
    Optional<WorkItem> first =
        mine.stream()
            .filter(item -> item.caseReference().equals(reference))
            .findFirst()
            .or(() -> mine.stream().findFirst());
    first.ifPresent(
        item -> {
          next.put("task", item.taskId());
          next.put("name", item.task());
          next.put("case", item.caseReference());
          next.put("due", item.dueOn() == null ? null : words(item).day(item.dueOn()));
        });
    next.put("opened", opened(reference, reader));
    return next;
  }

  private List<Map<String, String>> opened(String reference, SignedIn reader) {
    if (reference.isEmpty()) {
      return List.of();
    }
    try {
      access.sight(reference, reader.userId(), reader.groups(), reader.tenants());
    } catch (UnknownCase e) {
      return List.of();
    }
    Instant since = clock.instant().minus(JUST_NOW);
    return items.of(List.of(reference)).stream()
        .filter(item -> item.waitingSince().isAfter(since))
        .map(item -> Map.of("task", item.task(), "who", words(item).groups(item.roles())))
        .toList();
  }

  private PlainWords words(WorkItem item) {
    return new PlainWords(
        partnerships.find(item.partnership()).orElseGet(() -> partnerships.all().get(0)));
  }
}
