package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.practicereview.engine.ApprovalQuestions;
import org.practicereview.forms.Access;
import org.practicereview.forms.Confidentiality;
import org.practicereview.forms.Opening;

/**
 * The rules that every form holds to, so that it works in Tasklist, can be checked by the server
 * and loses nothing that someone typed. {@code docs/forms.md} tells them with their reasons.
 *
 * <p>The build holds the shipped forms to them.
 */
public final class FormRules {

  /** Longest answer to a question that asks for a narrative, in characters. */
  static final int LONGEST_NARRATIVE = 20_000;

  /** Longest answer on one line, in characters. */
  static final int LONGEST_LINE = 1_000;

  /** Longest label beside a box or button, in characters; Tasklist does not wrap a longer one. */
  static final int LONGEST_CHOICE = 90;

  static final String VERSION = ApprovalQuestions.APPROVED_VERSION.key();
  private static final String APPROVES = "letter|(answers|document):[a-z-]+(,[a-z-]+)*";

  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /**
   * Everything in a form that falls short, in the order of the file; empty when all is well.
   *
   * @param file name of the file; its ending says what kind of form it is
   * @param content the form as text
   */
  public List<Finding> check(String file, String content) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    String form = name.replaceFirst("\\.[a-z]+$", "");
    List<Finding> findings = new ArrayList<>();
    if (!NAME.matcher(form).matches()) {
      findings.add(new Finding(form, "", "a form is named after its task, in kebab-case"));
    }
    if (name.endsWith(".form")) {
      new CamundaFormRules(form, findings).check(content);
    } else if (name.endsWith(".html")) {
      new EmbeddedFormRules(form, findings).check(content);
    } else {
      findings.add(new Finding(form, "", "a form ends in .form or .html"));
    }
    return findings;
  }

  /** What is wrong with what a form says is approved with it. */
  static List<String> approval(String approves, boolean carriesVersion) {
    if (!approves.isEmpty() && !approves.matches(APPROVES)) {
      return List.of("approves is letter, or answers: or document: and names");
    }
    if (approves.isEmpty() == carriesVersion) {
      return List.of(
          carriesVersion
              ? "carries a version, and does not say what is approved with it"
              : "does not carry the version that is approved with it: ask approvedVersion");
    }
    return List.of();
  }

  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /** Whether a rule about a date names a day it can be compared with. */
  static boolean isDay(String text) {
    return text.equals("today") || isKey(text);
  }

  /** Whether a rule about a date names days, with commas between, that it can be compared with. */
  static boolean areDays(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(FormRules::isDay);
  }

  /** What is wrong with what a form says of who may read an answer, and of what it holds. */
  static List<String> confidentiality(String access, String holds) {
    List<String> wrong = new ArrayList<>();
    if (!access.isEmpty() && Access.of(access).isEmpty()) {
      wrong.add(
          "access is one of "
              + Arrays.stream(Access.values()).map(Access::word).collect(Collectors.joining(", ")));
    }
    if (!holds.isEmpty() && !holds.equals(Confidentiality.REPORT)) {
      wrong.add("holds says report, or is left out");
    }
    return wrong;
  }

  /**
   * Whether a question can start from this: a fact, today, none, or what the account of the person
   * says; a fact also once.
   */
  static boolean isPrefill(String text) {
    return isDay(text.startsWith(Opening.ONCE) ? text.substring(Opening.ONCE.length()) : text);
  }
}
