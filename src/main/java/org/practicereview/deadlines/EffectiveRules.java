package org.practicereview.deadlines;

import org.practicereview.partnership.ClockRule;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * The rule of a clock with what the partnership changes about it. A partnership may count from
 * another date and set its own local lengths; what law or guidance sets it may only make stricter.
 * Its name is said in the words of the partnership.
 */
@Component
class EffectiveRules {

  private static final int FEWEST_DAYS_OF_A_MONTH = 28;

  /** The one clock whose length is the least, and not the most, that the law allows. */
  private static final String LEAST = "publication-kept";

  private final Rules rules;
  private final Partnerships partnerships;

  EffectiveRules(Rules rules, Partnerships partnerships) {
    this.rules = rules;
    this.partnerships = partnerships;
  }

  Rule of(String partnershipId, String ruleId) {
    Partnership partnership = partnerships.get(partnershipId);
    Rule national = table(ruleId);
    ClockRule local = partnership.clocks().get(ruleId);
    Rule rule = local == null ? national : merge(national, local, partnership);
    // A profile that says none itself means the named day.
    boolean said = local != null && local.length() != null;
    if (rule.direction() == Direction.AFTER && rule.length() == 0 && !said) {
      throw refused(rule, partnership, "sets no length, and no source gives one");
    }
    return rule.named(partnership.words().in(rule.name()));
  }

  /** The rule before any partnership's changes. */
  Rule table(String ruleId) {
    return rules
        .find(ruleId)
        .orElseThrow(
            () -> new ClockRefused("There is no clock \"" + ruleId + "\" in the table of clocks"));
  }

  private static Rule merge(Rule rule, ClockRule local, Partnership partnership) {
    Rule merged = merged(rule, local);
    if (relaxesDayOff(rule, merged)) {
      throw refused(
          rule, partnership, "moves a date on a day off, which " + rule.citation() + " does not");
    }
    if (!isAsStrict(rule, merged)) {
      throw refused(
          rule,
          partnership,
          "asks for "
              + merged.lengthInWords()
              + ", but "
              + rule.citation()
              + " sets "
              + rule.lengthInWords()
              + ", which a partnership may not relax");
    }
    return merged;
  }

  /** The rule with a partnership's changes, allowed or not. */
  static Rule merged(Rule rule, ClockRule local) {
    return new Rule(
        rule.id(),
        rule.name(),
        local.trigger() == null ? rule.trigger() : local.trigger(),
        local.length() == null ? rule.length() : local.length(),
        local.unit() == null ? rule.unit() : Unit.valueOf(local.unit()),
        rule.direction(),
        local.dayOff() == null ? rule.dayOff() : DayOff.valueOf(local.dayOff()),
        rule.source(),
        rule.citation(),
        local.reminderBefore() == null ? rule.reminderBefore() : local.reminderBefore(),
        rule.ownerRole(),
        rule.escalationRoles(),
        rule.perAgency());
  }

  /** Whether the length of a rule is the least that the law allows. */
  static boolean isLeast(Rule rule) {
    return rule.direction() == Direction.BEFORE || isKept(rule);
  }

  /** Whether a rule says how long something is kept at least. */
  static boolean isKept(Rule rule) {
    return rule.id().equals(LEAST);
  }

  /** Whether a change of a national rule gives more time, or shorter notice, by moving a date. */
  static boolean relaxesDayOff(Rule table, Rule changed) {
    DayOff stricter = isKept(table) ? DayOff.NEXT : DayOff.PREVIOUS;
    return table.source().isNational()
        && changed.dayOff() != table.dayOff()
        && changed.dayOff() != stricter;
  }

  /** Whether the changed rule never allows more time, or shorter notice, than law and guidance. */
  static boolean isAsStrict(Rule table, Rule changed) {
    if (!table.source().isNational()) {
      return true;
    }
    if (isLeast(table)) {
      return changed.unit() == table.unit() && changed.length() >= table.length();
    }
    if (changed.unit() == table.unit()) {
      return changed.length() <= table.length();
    }
    // Days never take longer than as many working days; any other change of unit may.
    return changed.unit() == Unit.CALENDAR_DAYS && changed.length() <= fewestDays(table);
  }

  /** As many days as a rule lasts at least; working days where it counts these. */
  static int fewestDays(Rule rule) {
    return switch (rule.unit()) {
      case MONTHS -> rule.length() * FEWEST_DAYS_OF_A_MONTH;
      case WORKING_DAYS, FULL_WORKING_DAYS, CALENDAR_DAYS -> rule.length();
    };
  }

  private static ClockRefused refused(Rule rule, Partnership partnership, String why) {
    return new ClockRefused(
        "The profile of " + partnership.shortName() + " " + why + " (clock \"" + rule.id() + "\")");
  }
}
