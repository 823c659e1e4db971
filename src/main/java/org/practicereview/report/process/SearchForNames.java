package org.practicereview.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.engine.ProcessBean;
import org.practicereview.report.NameSearch;

/** Searches the newest draft for the names that the case file knows. */
@ProcessBean("searchForNames")
class SearchForNames implements JavaDelegate {

  private final NameSearch names;

  SearchForNames(NameSearch names) {
    this.names = names;
  }

  @Override
  public void execute(DelegateExecution execution) {
    names.search(execution.getProcessBusinessKey());
  }
}
