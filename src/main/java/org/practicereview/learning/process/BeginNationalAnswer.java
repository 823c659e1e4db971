package org.practicereview.learning.process;

import org.camunda.bpm.engine.RuntimeService;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.learning.NationalAnswerBegins;
import org.springframework.stereotype.Component;

/** Begins the process in which a partnership decides what a national review means here. */
@Component
class BeginNationalAnswer implements NationalAnswerBegins {

  private static final String PROCESS = "national-recommendations";

  private final RuntimeService runtime;
  private final EngineIdentity identity;

  BeginNationalAnswer(RuntimeService runtime, EngineIdentity identity) {
    this.runtime = runtime;
    this.identity = identity;
  }

  @Override
  public void begin(String reference) {
    identity.asService(() -> runtime.startProcessInstanceByKey(PROCESS, reference));
  }
}
