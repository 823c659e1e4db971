package org.practicereview.deadlines.process;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/**
 * Lets forms show when something is due, and compare with it: facts {@code clock:<rule>} and, for
 * conditions, {@code rapidReviewDueOn} for the clock {@code rapid-review}.
 */
@Component
class DueDates implements MoreFacts {

  private static final Pattern DASH = Pattern.compile("-([a-z])");

  private final Clocks clocks;

  DueDates(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public Set<String> keys() {
    return Set.of("clock:", "DueOn");
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> facts = new HashMap<>();
    for (Deadline deadline : clocks.of(caseReference)) {
      if (deadline.scope().isEmpty() || deadline.scope().equals(scope)) {
        String dueOn = deadline.dueOn().toString();
        facts.put("clock:" + deadline.rule().id(), dueOn);
        facts.put(camelCase(deadline.rule().id()) + "DueOn", dueOn);
      }
    }
    return facts;
  }

  private static String camelCase(String rule) {
    return DASH.matcher(rule).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }
}
