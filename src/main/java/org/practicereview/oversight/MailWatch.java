package org.practicereview.oversight;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.events.process.StartedByService;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that mail which did not arrive is a task for a person: one a case, an urgent one as
 * soon as any of it is urgent, and none any more when all of it is settled. Mail of no case, or of
 * a closed one, stands in the outbox and is counted in the head of each page.
 */
@Component
class MailWatch {

  static final String TURN = "undelivered-mail";

  private static final Logger LOG = LoggerFactory.getLogger(MailWatch.class);
  private static final String PROCESS = "undelivered-mail";
  private static final String URGENT_TASK = "userTask_settleUrgentMail";

  private final Outbox outbox;
  private final StartedByService beside;
  private final TaskService tasks;
  private final CaseFiles cases;
  private final NodeTurns turns;
  private final TransactionTemplate transactions;

  MailWatch(
      Outbox outbox,
      StartedByService beside,
      TaskService tasks,
      CaseFiles cases,
      NodeTurns turns,
      TransactionTemplate transactions) {
    this.outbox = outbox;
    this.beside = beside;
    this.tasks = tasks;
    this.cases = cases;
    this.turns = turns;
    this.transactions = transactions;
  }

  /** Looks at all cases; one that cannot be seen to does not hold up the others. */
  void look() {
    Map<String, List<OutboxMail>> stuck =
        outbox.stuck().stream()
            .filter(mail -> !mail.caseReference().isEmpty())
            .collect(Collectors.groupingBy(OutboxMail::caseReference));
    Set<String> references = new TreeSet<>(stuck.keySet());
    references.addAll(beside.casesWith(PROCESS));
    for (String reference : references) {
      try {
        transactions.executeWithoutResult(
            status -> look(reference, stuck.getOrDefault(reference, List.of())));
      } catch (RuntimeException e) {
        LOG.error("No task could be made of the mail of case {}", reference, e);
      }
    }
  }

  private void look(String reference, List<OutboxMail> stuck) {
    turns.alone(TURN);
    boolean urgent = stuck.stream().anyMatch(OutboxMail::urgent);
    if (!beside.runs(reference, PROCESS)) {
      if (!stuck.isEmpty() && cases.get(reference).isOpen()) {
        beside.start(reference, PROCESS);
      }
      return;
    }
    boolean urgentTask =
        tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(URGENT_TASK)
                .count()
            > 0;
    if (stuck.isEmpty() || urgentTask && !urgent) {
      // Where some is left that is not urgent, the next look makes an ordinary task of it.
      beside.tell(reference, "mail.settled");
    } else if (urgent && !urgentTask) {
      beside.tell(reference, "mail.becameUrgent");
    }
  }
}
