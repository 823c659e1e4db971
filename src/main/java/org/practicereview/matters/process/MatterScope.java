package org.practicereview.matters.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The scope of what a process works on. */
final class MatterScope {

  private MatterScope() {}

  static String of(DelegateExecution execution) {
    return "item:" + execution.getVariable("item");
  }
}
