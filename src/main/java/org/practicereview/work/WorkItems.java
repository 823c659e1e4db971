package org.practicereview.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.practicereview.reading.OneLook;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people are to do, in rows of our own that a list can ask in one statement. */
@Component
public class WorkItems {

  private final JdbcClient jdbc;

  WorkItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Offer(String taskId, String kind, String who) {}

  /** Whether there is none at all. */
  public boolean isEmpty() {
    return jdbc.sql("select task_id from review.work_item fetch first 1 rows only")
        .query(String.class)
        .optional()
        .isEmpty();
  }

  /** All of them. */
  public List<WorkItem> all() {
    return withOffers(
        jdbc.sql("select * from review.work_item").query(WorkItems::item).list(),
        jdbc.sql("select * from review.work_offer").query(WorkItems::offer).list());
  }

  /** The work of some cases, the most urgent first. */
  public List<WorkItem> of(Collection<String> caseReferences) {
    return caseReferences.isEmpty()
        ? List.of()
        : OneLook.at("work of cases", List.copyOf(caseReferences), () -> read(caseReferences));
  }

  private List<WorkItem> read(Collection<String> caseReferences) {
    return complete(
        jdbc.sql(
                """
                    select * from review.work_item where case_reference in (:cases)
                    order by priority desc, due_on nulls last, waiting_since, task_id""")
            .param("cases", caseReferences)
            .query(WorkItems::item)
            .list());
  }

  /** Some of them, in the order in which they are named; what is done by now is missing. */
  public List<WorkItem> named(List<String> taskIds) {
    if (taskIds.isEmpty()) {
      return List.of();
    }
    Map<String, WorkItem> found =
        complete(
                jdbc.sql("select * from review.work_item where task_id in (:tasks)")
                    .param("tasks", taskIds)
                    .query(WorkItems::item)
                    .list())
            .stream()
            .collect(Collectors.toMap(WorkItem::taskId, item -> item));
    return taskIds.stream().filter(found::containsKey).map(found::get).toList();
  }

  /** What someone has taken. */
  public List<WorkItem> heldBy(String userId) {
    return complete(
        jdbc.sql("select * from review.work_item where assignee = ? order by task_id")
            .param(userId)
            .query(WorkItems::item)
            .list());
  }

  /** What someone has taken in a partnership. */
  public List<WorkItem> heldBy(String userId, String partnership) {
    return heldBy(userId).stream().filter(item -> item.partnership().equals(partnership)).toList();
  }

  /** Who has taken work of a partnership, and how much. */
  public Map<String, Integer> holders(String partnership) {
    Map<String, Integer> holders = new TreeMap<>();
    jdbc.sql(
            """
            select assignee, count(*) as many from review.work_item
            where partnership = ? and assignee is not null group by assignee""")
        .param(partnership)
        .query((row, number) -> holders.put(row.getString("assignee"), row.getInt("many")))
        .list();
    return holders;
  }

  private List<WorkItem> complete(List<WorkItem> bare) {
    return bare.isEmpty()
        ? bare
        : withOffers(bare, offers(bare.stream().map(WorkItem::taskId).toList()));
  }

  private List<Offer> offers(Collection<String> taskIds) {
    return jdbc.sql("select * from review.work_offer where task_id in (:tasks)")
        .param("tasks", taskIds)
        .query(WorkItems::offer)
        .list();
  }

  private static List<WorkItem> withOffers(List<WorkItem> bare, List<Offer> offers) {
    Map<String, List<Offer>> ofTask = offers.stream().collect(Collectors.groupingBy(Offer::taskId));
    return bare.stream()
        .map(item -> with(item, ofTask.getOrDefault(item.taskId(), List.of())))
        .toList();
  }

  /**
   * Keeps them as they are now. Rows that exist are changed where they stand, so that two who
   * change the same task at once wait for each other and the engine tells the second.
   */
  @Transactional
  public void keep(Collection<WorkItem> items) {
    if (items.isEmpty()) {
      return;
    }
    Set<String> there = new HashSet<>();
    Set<Offer> before = new HashSet<>();
    jdbc.sql(
            """
            select w.task_id, o.kind, o.who from review.work_item w
            left join review.work_offer o on o.task_id = w.task_id where w.task_id in (:tasks)""")
        .param("tasks", items.stream().map(WorkItem::taskId).toList())
        .query(
            (RowCallbackHandler)
                row -> {
                  there.add(row.getString("task_id"));
                  if (row.getString("kind") != null) {
                    before.add(offer(row, 0));
                  }
                });
    for (WorkItem item : items) {
      boolean changes = there.contains(item.taskId());
      if (!changes
          || write(
                  """
              update review.work_item set case_reference = :case, partnership = :partnership,
                task = :task, stage = :stage, assignee = :assignee, due_on = :due,
                statutory = :statutory, law = :law, priority = :priority, waiting_since = :since
              where task_id = :id""",
                  item)
              == 0) {
        write(
            """
            insert into review.work_item (task_id, case_reference, partnership, task, stage,
              assignee, due_on, statutory, law, priority, waiting_since)
            values (:id, :case, :partnership, :task, :stage, :assignee, :due, :statutory, :law,
              :priority, :since)""",
            item);
      }
      Set<Offer> now = new HashSet<>(offersOf(item));
      now.stream()
          .filter(offer -> !before.contains(offer))
          .forEach(offer -> change("insert into review.work_offer values (?, ?, ?)", offer));
      before.stream()
          .filter(offer -> offer.taskId().equals(item.taskId()) && !now.contains(offer))
          .forEach(
              offer ->
                  change(
                      "delete from review.work_offer where task_id = ? and kind = ? and who = ?",
                      offer));
    }
  }

  /** Takes those away that are done or have fallen away. */
  @Transactional
  public void remove(Collection<String> taskIds) {
    if (!taskIds.isEmpty()) {
      jdbc.sql("delete from review.work_item where task_id in (:tasks)")
          .param("tasks", taskIds)
          .update();
    }
  }

  private int write(String sql, WorkItem item) {
    return jdbc.sql(sql)
        .param("id", item.taskId())
        .param("case", item.caseReference())
        .param("partnership", item.partnership())
        .param("task", item.task())
        .param("stage", item.stage())
        .param("assignee", item.assignee(), Types.VARCHAR)
        .param("due", item.dueOn(), Types.DATE)
        .param("statutory", item.statutory())
        .param("law", item.law())
        .param("priority", item.priority())
        .param("since", item.waitingSince().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void change(String sql, Offer offer) {
    jdbc.sql(sql).params(offer.taskId(), offer.kind(), offer.who()).update();
  }

  private static List<Offer> offersOf(WorkItem item) {
    List<Offer> offers = new ArrayList<>();
    item.groups().forEach(group -> offers.add(new Offer(item.taskId(), "GROUP", group)));
    item.people().forEach(person -> offers.add(new Offer(item.taskId(), "PERSON", person)));
    item.meant().forEach(group -> offers.add(new Offer(item.taskId(), "MEANT", group)));
    return offers;
  }

  private static WorkItem with(WorkItem item, List<Offer> offers) {
    return new WorkItem(
        item.taskId(),
        item.caseReference(),
        item.partnership(),
        item.task(),
        item.stage(),
        who(offers, "GROUP"),
        who(offers, "PERSON"),
        who(offers, "MEANT"),
        item.assignee(),
        item.dueOn(),
        item.law(),
        item.priority(),
        item.waitingSince());
  }

  private static List<String> who(List<Offer> offers, String kind) {
    return offers.stream().filter(offer -> offer.kind().equals(kind)).map(Offer::who).toList();
  }

  private static Offer offer(ResultSet row, int number) throws SQLException {
    return new Offer(row.getString("task_id"), row.getString("kind"), row.getString("who"));
  }

  private static WorkItem item(ResultSet row, int number) throws SQLException {
    return new WorkItem(
        row.getString("task_id"),
        row.getString("case_reference"),
        row.getString("partnership"),
        row.getString("task"),
        row.getString("stage"),
        List.of(),
        List.of(),
        List.of(),
        row.getString("assignee"),
        row.getObject("due_on", LocalDate.class),
        row.getString("law"),
        row.getInt("priority"),
        row.getObject("waiting_since", OffsetDateTime.class).toInstant());
  }
}
