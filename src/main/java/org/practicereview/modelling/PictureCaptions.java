package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.practicereview.deadlines.Rule;
import org.practicereview.security.Role;

/**
 * What stands beside the steps of a picture: the roles of a task, the time of a clock, the letter
 * that is written.
 */
final class PictureCaptions {

  private static final Pattern CLOCK =
      Pattern.compile("\\$\\{clocks\\.(\\w+)\\(execution,'([a-z-]+)'\\)}");
  private static final Set<String> PARTNERS =
      Set.of(Role.LOCAL_AUTHORITY_PARTNER.id(), Role.POLICE_PARTNER.id(), Role.HEALTH_PARTNER.id());

  /** Whom a model finds case by case. */
  private static final Map<String, String> FOUND =
      Map.of(
          "${people.agency(execution)}", "Agency",
          "${people.partner(execution)}", "Each safeguarding partner",
          "${people.allPartners()}", "Safeguarding partners",
          "${people.agenciesOfReview(execution)}", "Agencies of the review",
          "${people.decideWithdrawal(execution)}", "Partner who decides",
          "${panelQuestions.owner(execution)}", "Whoever owns the question",
          "${panelQuestions.approver(execution)}", "Whoever approves the answer",
          "${actionPlan.leadAgency(execution)}", "Lead agency");

  private final Function<String, Rule> clocks;
  private final Function<String, String> letters;

  /**
   * Captions in the words of what is in use.
   *
   * @param clocks the rule of a clock, or null
   * @param letters the title of a letter, or null
   */
  PictureCaptions(Function<String, Rule> clocks, Function<String, String> letters) {
    this.clocks = clocks;
    this.letters = letters;
  }

  /** What stands beside each step, by its id. */
  Map<String, String> of(BpmnModelInstance model) {
    Map<String, String> captions = new LinkedHashMap<>();
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      String caption = caption(node);
      if (!caption.isEmpty()) {
        captions.put(node.getId(), caption);
      }
    }
    return captions;
  }

  private String caption(FlowNode node) {
    if (node instanceof UserTask task) {
      return task.getCamundaCandidateGroups() == null
          ? ""
          : roles(task.getCamundaCandidateGroups());
    }
    if (node instanceof ServiceTask task
        && "${writeLetter}".equals(task.getCamundaDelegateExpression())) {
      String title = letters.apply(ModelReading.propertiesOf(task).get("letter"));
      return title == null ? "" : "\u201C" + title + "\u201D";
    }
    return time(ModelSteps.date(node));
  }

  private static String roles(String groups) {
    List<String> all = List.of(groups.split(","));
    Set<String> said = new LinkedHashSet<>();
    for (String group : all) {
      boolean partners = PARTNERS.contains(group) && all.containsAll(PARTNERS);
      said.add(partners ? "Safeguarding partners" : FOUND.getOrDefault(group, title(group)));
    }
    List<String> words = new ArrayList<>();
    said.forEach(one -> words.add(words.isEmpty() ? one : inSentence(one)));
    int last = words.size() - 1;
    return words.size() < 3
        ? String.join(" or ", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static String title(String group) {
    for (Role role : Role.values()) {
      if (role.id().equals(group)) {
        return role.title();
      }
    }
    return "As the case says";
  }

  private static String inSentence(String words) {
    return words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
  }

  private String time(String date) {
    Matcher asked = CLOCK.matcher(date);
    Rule rule = asked.matches() ? clocks.apply(asked.group(2)) : null;
    if (rule == null) {
      return "";
    }
    return switch (asked.group(1)) {
      case "reminderAt" -> reminder(rule);
      case "newDatePassedAt" -> "When the new date has passed";
      default -> rule.inWords();
    };
  }

  private static String reminder(Rule rule) {
    if (rule.reminderBefore() == 0) {
      return "On the day";
    }
    String unit = rule.unit().name().contains("WORKING") ? "working day" : "day";
    return rule.reminderBefore() + " " + unit + (rule.reminderBefore() == 1 ? "" : "s") + " before";
  }
}
