package org.practicereview.modelling;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.modelling.DrawingLists.Choice;

/**
 * A question, a heading or a text.
 *
 * @param type as the form says it, for example {@code textarea}
 * @param shown whether it only shows what is known
 * @param length longest answer; 0 where it takes no text
 * @param decides whether its answer is a decision, or gives the reasons for one
 * @param choices what may be chosen
 * @param condition when it is not asked, or empty
 */
public record FormPart(
    int number,
    String type,
    String key,
    String label,
    String help,
    boolean shown,
    boolean required,
    int length,
    String access,
    boolean decides,
    List<Choice> choices,
    String choicesFrom,
    String condition) {

  /** The kinds of questions, by the names that forms have for them. */
  public static final Map<String, String> KINDS =
      Map.of(
          "textfield", "One line of text",
          "textarea", "Several lines of text",
          "checkbox", "A box to tick",
          "radio", "One of a few",
          "select", "One of a list",
          "checklist", "Any number of several",
          "datetime", "A date",
          "number", "A number",
          "text", "Text to read",
          "group", "Heading over the questions that follow");

  /** The kinds that can be added, in the order in which they are offered. */
  public static final List<String> ADDED =
      List.of(
          "textfield",
          "textarea",
          "checkbox",
          "radio",
          "select",
          "checklist",
          "datetime",
          "number",
          "text");

  /** Whether its choices stand in the form; those of others come from the case. */
  public boolean isChosen() {
    return Set.of("radio", "select", "checklist").contains(type) && choicesFrom.isEmpty();
  }

  /** Whether it takes an answer. */
  public boolean isQuestion() {
    return !isText() && !type.equals("group") && !shown;
  }

  public boolean isText() {
    return type.equals("text");
  }

  /** Whether it takes words. */
  public boolean isWords() {
    return FormText.LINES.contains(type);
  }

  /** Whether it was added here, and is not kept yet. */
  public boolean isNew() {
    return key.startsWith(FormText.NEW);
  }

  /** What it is, as people say it. */
  public String kind() {
    return shown ? "Shows what is known" : KINDS.getOrDefault(type, "Part of the form");
  }
}
