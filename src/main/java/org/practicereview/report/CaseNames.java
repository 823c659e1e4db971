package org.practicereview.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.FormAnswers;

/**
 * The names that stand in answers of a case, for someone who has to choose which of them others may
 * read. A help, and never all: a name that stands only in the middle of a text may not be known.
 */
public final class CaseNames {

  private CaseNames() {}

  /**
   * Names of one kind of people.
   *
   * @param whose whose names these are, in words
   * @param names whole names, and the parts by which someone can be known
   */
  public record Names(String whose, Set<String> names) {}

  /**
   * The names in some answers; kinds of people without any are left out.
   *
   * @param answers what the person choosing may read
   * @param pseudonym what the child is called outside of the case file, or empty; never a name
   */
  public static List<Names> in(Collection<FormAnswers> answers, String pseudonym) {
    Map<KnownNames.Whose, Set<String>> each = KnownNames.of(answers, pseudonym).each();
    return each.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(one -> new Names(one.getKey().words(), one.getValue()))
        .toList();
  }
}
