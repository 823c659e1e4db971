package org.practicereview.modelling;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The step that starts a clock, or stops it, is not lost with a new version of a model. */
final class ClockRemovedRule implements GateRule {

  private static final Map<String, String> DONE =
      Map.of("startClock", "starts", "stopClock", "stops");

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    if (submission.sender().isService()) {
      return;
    }
    Set<String> known = submission.surroundings().clocks();
    for (OneModel model : submission.models()) {
      for (String process : model.processes()) {
        submission
            .before()
            .model(process)
            .ifPresent(old -> compare(submission, old, model, known, faults));
      }
    }
  }

  private static void compare(
      Submission submission,
      OneModel old,
      OneModel model,
      Set<String> known,
      Consumer<Fault> faults) {
    old.clocks()
        .forEach(
            (block, clocks) -> {
              Set<String> lost = new TreeSet<>(clocks);
              lost.retainAll(known);
              submission
                  .allModels()
                  .forEach(one -> lost.removeAll(one.clocks().getOrDefault(block, Set.of())));
              for (String clock : lost) {
                faults.accept(
                    new Fault(
                        model.file(),
                        clock,
                        "",
                        "no step " + DONE.get(block) + " the clock " + clock + " any more",
                        "Put the step with the template for this clock back. A local clock that"
                            + " is no longer wanted is taken out of the table in the same"
                            + " deployment."));
              }
            });
  }
}
