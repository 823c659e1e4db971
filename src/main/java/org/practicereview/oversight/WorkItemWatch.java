package org.practicereview.oversight;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practicereview.work.OpenTasks;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the work items against the engine's tasks and puts right what differs. A database from
 * before they were kept gets them when the service starts; what changed while the engine was built
 * is put right then, too.
 */
@Component
class WorkItemWatch {

  /** The name of the turn in its table. */
  static final String TURN = "work-items";

  /** No statement can name all tasks of a large installation. */
  private static final int AT_ONCE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(WorkItemWatch.class);

  private final OpenTasks tasks;
  private final WorkItems items;
  private final NodeTurns turns;
  private final TransactionTemplate transactions;

  WorkItemWatch(
      OpenTasks tasks, WorkItems items, NodeTurns turns, TransactionTemplate transactions) {
    this.tasks = tasks;
    this.items = items;
    this.turns = turns;
    this.transactions = transactions;
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    transactions.executeWithoutResult(
        status -> {
          turns.alone(TURN);
          if (items.isEmpty()) {
            List<WorkItem> open = tasks.all();
            for (int from = 0; from < open.size(); from += AT_ONCE) {
              items.keep(open.subList(from, Math.min(from + AT_ONCE, open.size())));
            }
          }
        });
    look();
  }

  /** Puts right what differs. Asks again for each of them: it may have been on its way. */
  void look() {
    long mended = differing().stream().filter(this::mend).count();
    if (mended > 0) {
      LOG.warn("{} work items differed from the tasks of the engine and were put right", mended);
    }
  }

  /** Ids of the tasks whose work item is missing, left over or not the same. */
  Set<String> differing() {
    Map<String, WorkItem> kept = byTask(items.all());
    Map<String, WorkItem> open = byTask(tasks.all());
    Set<String> all = new TreeSet<>(kept.keySet());
    all.addAll(open.keySet());
    all.removeIf(task -> open.containsKey(task) && open.get(task).equals(kept.get(task)));
    return all;
  }

  private static Map<String, WorkItem> byTask(Collection<WorkItem> items) {
    return new HashMap<>(
        items.stream().collect(Collectors.toMap(WorkItem::taskId, Function.identity())));
  }

  private boolean mend(String task) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              Optional<WorkItem> open = tasks.alone(task);
              if (open.equals(items.named(List.of(task)).stream().findFirst())) {
                return false;
              }
              open.ifPresentOrElse(
                  item -> items.keep(List.of(item)), () -> items.remove(List.of(task)));
              return true;
            }));
  }
}
