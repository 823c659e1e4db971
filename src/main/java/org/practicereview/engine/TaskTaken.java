package org.practicereview.engine;

/** A task that someone else has taken. The message says so to a person. */
public class TaskTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TaskTaken(String message) {
    super(message);
  }
}
