package org.practicereview.casefile;

import java.util.ArrayList;
import java.util.List;
import org.practicereview.forms.FormName;

/** The answers to a step that can be opened several times before it is settled. */
public final class Rounds {

  private Rounds() {}

  /**
   * What was answered since the step was opened first after it was settled last: opening it again
   * goes on with what was given before.
   *
   * @param given all answers of a case, oldest first
   * @return the opening and what came after it; empty where the step was never opened
   */
  public static List<FormAnswers> latest(
      List<FormAnswers> given, FormName opens, FormName settles) {
    List<FormAnswers> round = new ArrayList<>();
    boolean settled = true;
    for (FormAnswers one : given) {
      if (opens.is(one.form()) && settled) {
        round.clear();
        round.add(one);
        settled = false;
      } else if (!round.isEmpty()) {
        round.add(one);
        settled = settled || settles.is(one.form());
      }
    }
    return List.copyOf(round);
  }
}
