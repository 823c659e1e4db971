package org.practicereview.modelling;

import java.util.Map;
import java.util.Set;

/**
 * What a model may refer to. Each set holds the names that exist at the time of the check.
 *
 * @param forms ids of Camunda forms
 * @param embeddedForms resource names of HTML forms, for example {@code forms/stage/task.html}
 * @param letters ids of letter and notice templates, for example {@code referral/decision}
 * @param clocks ids of clock rules
 * @param beans names of the beans that expressions may call
 * @param processes ids of processes that can be called
 * @param decisions ids of decisions
 * @param variables names of engine variables that some model declares
 * @param roles ids of the roles that may be given a task
 * @param choices what may be chosen, by the key of a question all forms of which list it
 */
public record Surroundings(
    Set<String> forms,
    Set<String> embeddedForms,
    Set<String> letters,
    Set<String> clocks,
    Set<String> beans,
    Set<String> processes,
    Set<String> decisions,
    Set<String> variables,
    Set<String> roles,
    Map<String, Set<String>> choices) {

  /** Copies every set, so that a check sees one state of things. */
  public Surroundings {
    forms = Set.copyOf(forms);
    embeddedForms = Set.copyOf(embeddedForms);
    letters = Set.copyOf(letters);
    clocks = Set.copyOf(clocks);
    beans = Set.copyOf(beans);
    processes = Set.copyOf(processes);
    decisions = Set.copyOf(decisions);
    variables = Set.copyOf(variables);
    roles = Set.copyOf(roles);
    choices = Map.copyOf(choices);
  }
}
