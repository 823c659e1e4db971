package org.practicereview.modelling;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/** A deployment that breaks rules; nothing of it was kept. */
final class DeploymentRefused extends BadUserRequestException {

  private static final long serialVersionUID = 1L;

  DeploymentRefused(List<Fault> faults) {
    super(
        "Nothing was deployed, "
            + (faults.size() == 1 ? "for one reason" : "for " + faults.size() + " reasons")
            + ":\n"
            + faults.stream().map(fault -> "- " + fault).collect(Collectors.joining("\n")));
  }
}
