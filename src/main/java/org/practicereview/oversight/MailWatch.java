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
import org.practicereview.outbox.StuckMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that mail which did not arrive is a task for a person: one a case, an urgent one as
 * soon as any of it is urgent, and none any more when all of it is settled. Mail of no case, or of
 * a closed one, is one task of the partnership.
 */
@Component
class MailWatch {

  static final String TURN = "undelivered-mail";

  private static final Logger LOG = LoggerFactory.getLogger(MailWatch.class);
  private static final String PROCESS = "undelivered-mail";
  private static final String OUTSIDE = "mail-of-no-case";
  private static final String URGENT_TASK = "userTask_settleUrgentMail";

  private final Outbox outbox;
  private final StartedByService beside;
  private final TaskService tasks;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final NodeTurns turns;
  private final TransactionTemplate transactions;

  MailWatch(
      Outbox outbox,
      StartedByService beside,
      TaskService tasks,
      CaseFiles cases,
      Partnerships partnerships,
      NodeTurns turns,
      TransactionTemplate transactions) {
    this.outbox = outbox;
    this.beside = beside;
    this.tasks = tasks;
    this.cases = cases;
    this.partnerships = partnerships;
    this.turns = turns;
    this.transactions = transactions;
  }

  /** Looks at all cases; one that cannot be seen to does not hold up the others. */
  void look() {
    List<StuckMail> all = outbox.stuck();
    Map<String, List<StuckMail>> stuck =
        all.stream()
            .filter(mail -> !mail.caseReference().isEmpty())
            .collect(Collectors.groupingBy(StuckMail::caseReference));
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
    for (Partnership partnership : partnerships.all()) {
      try {
        transactions.executeWithoutResult(status -> lookOutside(partnership.id(), all));
      } catch (RuntimeException e) {
        LOG.error("No task could be made of the other mail of {}", partnership.id(), e);
      }
    }
  }

  private void lookOutside(String partnership, List<StuckMail> stuck) {
    turns.alone(TURN);
    boolean any =
        stuck.stream()
            .filter(mail -> mail.partnership().equals(partnership))
            .anyMatch(mail -> !isOfOpenCase(mail));
    boolean runs = beside.runsOutside(partnership, OUTSIDE);
    if (any && !runs) {
      beside.startOutside(partnership, OUTSIDE);
    } else if (!any && runs) {
      beside.tellOutside(partnership, OUTSIDE, "mail.settled");
    }
  }

  private boolean isOfOpenCase(StuckMail mail) {
    return !mail.caseReference().isEmpty() && cases.get(mail.caseReference()).isOpen();
  }

  private void look(String reference, List<StuckMail> stuck) {
    turns.alone(TURN);
    boolean urgent = stuck.stream().anyMatch(StuckMail::urgent);
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
