package org.practicereview.engine;

import java.util.Map;

/** What someone typed into a form before and has not sent, so that the form opens with it. */
public interface KeptAnswers {

  /**
   * What the person typed, by field key; empty if nothing is kept.
   *
   * @param place of the form, see {@link #ofTask} and {@link #ofStart}
   * @param user user id of the person
   */
  Map<String, Object> of(String place, String user);

  /** Forgets it, in the caller's transaction: it was sent. */
  void forget(String place, String user);

  /** The place of the form of a task. */
  static String ofTask(String taskId) {
    return "task:" + taskId;
  }

  /** The place of the form with which a process is started. */
  static String ofStart(String processKey) {
    return "start:" + processKey;
  }
}
