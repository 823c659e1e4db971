package org.practicereview.chronology;

import java.util.ArrayList;
import java.util.List;

/** A spreadsheet that cannot be taken, with every reason in plain words. Nothing was stored. */
public class ChronologyRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_SAID = 30;

  private final transient List<String> problems;

  ChronologyRefused(String problem) {
    this(List.of(problem));
  }

  ChronologyRefused(List<String> problems) {
    super("The spreadsheet cannot be taken");
    this.problems = List.copyOf(problems);
  }

  /** A file that is larger than any spreadsheet that is taken. */
  public static ChronologyRefused tooLarge() {
    return new ChronologyRefused("The file is too large. It may have up to 5 MB.");
  }

  /** What is wrong, a sentence each; the first thirty, and how many there are besides. */
  public List<String> problems() {
    if (problems.size() <= MOST_SAID) {
      return problems;
    }
    List<String> said = new ArrayList<>(problems.subList(0, MOST_SAID));
    said.add("There are " + (problems.size() - MOST_SAID) + " more like these.");
    return said;
  }
}
