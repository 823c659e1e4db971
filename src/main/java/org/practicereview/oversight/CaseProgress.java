package org.practicereview.oversight;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.stereotype.Service;

/** Where a case is standing, read from the work items. */
@Service
public class CaseProgress {

  private final WorkItems items;

  CaseProgress(WorkItems items) {
    this.items = items;
  }

  /** The open tasks of a case, whoever has to do them, most urgent first. */
  public List<OpenWork> openWork(String caseReference) {
    return openWork(List.of(caseReference)).getOrDefault(caseReference, List.of());
  }

  /** The open tasks of many cases, by case reference; cases without one are left out. */
  public Map<String, List<OpenWork>> openWork(Collection<String> caseReferences) {
    return items.of(caseReferences).stream()
        .collect(
            Collectors.groupingBy(
                WorkItem::caseReference,
                Collectors.mapping(CaseProgress::openWork, Collectors.toList())));
  }

  private static OpenWork openWork(WorkItem item) {
    return new OpenWork(
        item.taskId(),
        item.task(),
        item.stage(),
        item.roles(),
        item.assignee(),
        item.dueOn(),
        item.priority());
  }
}
