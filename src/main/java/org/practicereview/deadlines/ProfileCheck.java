package org.practicereview.deadlines;

import java.util.Set;
import java.util.TreeSet;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tries every partnership's changes to the clocks when the service starts, so that a mistake in a
 * profile is seen before a case meets it. The clock itself then refuses to start.
 */
@Component
class ProfileCheck {

  private static final Logger log = LoggerFactory.getLogger(ProfileCheck.class);

  private final EffectiveRules rules;
  private final Partnerships partnerships;

  ProfileCheck(EffectiveRules rules, Partnerships partnerships) {
    this.rules = rules;
    this.partnerships = partnerships;
  }

  @EventListener(ApplicationReadyEvent.class)
  void tryAll() {
    partnerships.all().forEach(this::tryOne);
  }

  private void tryOne(Partnership partnership) {
    Set<String> used = new TreeSet<>(partnership.clocks().keySet());
    // No source gives its length, so a partnership that takes the step must.
    if (partnership.option("impactContact")) {
      used.add("impact-contact");
    }
    for (String rule : used) {
      try {
        rules.of(partnership.id(), rule);
      } catch (ClockRefused e) {
        log.error("{}", e.getMessage());
      }
    }
  }
}
