package org.practicereview.work;

import java.util.List;
import java.util.Optional;

/** The open tasks as the engine has them, against which the work items are held. */
public interface OpenTasks {

  /** All of them. */
  List<WorkItem> all();

  /**
   * One of them, which no one else changes until the caller's transaction has ended; empty if it is
   * done.
   */
  Optional<WorkItem> alone(String taskId);
}
