package org.practicereview.work.process;

import org.practicereview.engine.TaskShown;
import org.practicereview.work.CallsToAct;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the call to a task about a child's safety once someone has it before them. */
@Component
class TasksSeen {

  private final CallsToAct calls;

  TasksSeen(CallsToAct calls) {
    this.calls = calls;
  }

  @EventListener
  void shown(TaskShown event) {
    calls.seen(event.taskId(), event.to());
  }
}
