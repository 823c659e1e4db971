package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All rules about what is deployed. A list of what is allowed, not of what is known to be bad. */
final class Gate {

  private static final List<GateRule> RULES =
      Stream.concat(
              Stream.<GateRule>of(new FileRule()),
              Stream.concat(
                  ModelRules.RULES.stream().map(EachModel::new),
                  Stream.of(
                      new EachForm(),
                      new FeelRule(),
                      new DeclaredRule(),
                      new QuestionRemovedRule(),
                      new ClockRemovedRule(),
                      new NewQuestionRule(),
                      new ReadersRule(),
                      new TableRule(),
                      new ClockTableRule(),
                      new TimesRule())))
          .toList();

  private final List<GateRule> rules;

  Gate() {
    this(Set.of());
  }

  /** The gate without some of its rules; only tests have a use for that. */
  Gate(Set<String> without) {
    this.rules = RULES.stream().filter(rule -> !without.contains(rule.name())).toList();
  }

  static List<String> rules() {
    return RULES.stream().map(GateRule::name).toList();
  }

  /** Everything that is wrong; empty when all may be deployed. */
  List<Fault> check(Submission submission) {
    Set<Fault> faults = new LinkedHashSet<>();
    rules.forEach(rule -> rule.check(submission, faults::add));
    return new ArrayList<>(faults);
  }
}
