package org.practicereview.modelling;

import java.util.List;

/**
 * What becomes of the open cases on a model that changes, if they move to the new version.
 *
 * @param model id of the model
 * @param name what it is called
 * @param cases how many open cases run on it
 * @param staying how many of them cannot move
 * @param skipping how many of those that move go on without a new task
 * @param dated how many of those that move get another date at a step that is still to come
 * @param concerns which cases are to be looked at, and why
 */
public record Outlook(
    String model,
    String name,
    int cases,
    int staying,
    int skipping,
    int dated,
    List<Concern> concerns) {

  /**
   * Cases of which the same is to be said.
   *
   * @param references their references; nothing else of a case is told to administrators
   * @param sentence what is the matter with them
   */
  public record Concern(String sentence, List<String> references) {}

  /** What happens, in a sentence. */
  public String inWords() {
    if (cases == 0) {
      return name + ": no open cases.";
    }
    int moving = cases - staying;
    return "%s: %s, %s%s%s."
        .formatted(
            name,
            moving == 1 ? "1 case can move" : moving + " cases can move",
            staying == 0
                ? "none stays on the earlier version"
                : staying == 1
                    ? "1 stays on the earlier version"
                    : staying + " stay on the earlier version",
            skipping == 0
                ? ""
                : skipping == 1
                    ? ", 1 goes on without a new task"
                    : ", " + skipping + " go on without a new task",
            dated == 0
                ? ""
                : dated == 1 ? ", 1 gets another date" : ", " + dated + " get another date");
  }
}
