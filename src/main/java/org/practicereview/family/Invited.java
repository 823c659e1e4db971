package org.practicereview.family;

import static org.practicereview.family.InvitationQuestions.CHILD_CONTACTS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of a list of people who are invited: a family member, a household or a child.
 *
 * @param list the key of the list, which also says how its columns begin
 * @param row the row as it was filled in, by column
 */
record Invited(String list, Map<String, Object> row) {

  /** The rows of a list; empty where there is none. */
  static List<Invited> rows(String list, Map<String, Object> answers) {
    return Cells.rows(answers, list).stream().map(row -> new Invited(list, row)).toList();
  }

  /** How a column of this list is called. */
  static String column(String list, String about) {
    return list.substring(0, list.length() - 1) + about;
  }

  private String cell(String about) {
    return Objects.toString(row.get(column(list, about)), "");
  }

  /** The code by which the trail and other forms know them, such as {@code F1}. */
  String id() {
    return cell("Id");
  }

  String name() {
    return cell("Name");
  }

  String relationship() {
    return cell("Relationship");
  }

  boolean isChild() {
    return list.equals(CHILD_CONTACTS.key());
  }

  /** Whether they need a translation or an interpreter, as a code. */
  String interpreter() {
    return cell("Interpreter");
  }

  String needs() {
    return cell("Needs");
  }

  boolean isWrittenToNow() {
    return cell("WriteTo").equals("yes");
  }

  boolean isLeftOut() {
    return cell("WriteTo").equals("no");
  }

  boolean hasLetter() {
    return cell("WriteTo").equals("done");
  }

  String noLetterReasons() {
    return cell("NoLetterReasons");
  }

  /** When it is looked at again whether a letter can go to them. */
  Optional<LocalDate> lookAgainOn() {
    return Cells.date(row, column(list, "LookAgainOn"));
  }

  /**
   * Why no letter may go to them now, in plain words; null if one may. It has to be known that it
   * is safe, and the police have to have been asked and not to object; a child needs consent too.
   */
  String whyNoLetter() {
    if (!cell("Safe").equals("yes")) {
      return "a letter can go only where it is known to be safe; choose No, say"
          + " why, and look again later";
    }
    if (!cell("PoliceAsked").equals("yes")) {
      return "no letter can go before the police, or the senior investigating officer, were asked;"
          + " choose No, say why, and look again when they were";
    }
    if (cell("PoliceAnswer").equals("not-now")) {
      return "the police advise not to write now; choose No, say why, and look again later";
    }
    boolean consent = List.of("given", "own").contains(cell("Consent"));
    return isChild() && !consent
        ? "no letter can go to a child without consent; choose No and say why"
        : null;
  }
}
