package org.practicereview.letters;

import static org.practicereview.letters.LetterQuestions.NOTIFICATION_NATURE;
import static org.practicereview.letters.LetterQuestions.RECIPIENTS;

import java.util.List;
import java.util.Map;
import org.practicereview.partnership.OwnWords;

/** How letters print answers that people choose from a list and that are kept as a code. */
final class CodesInWords {

  private static final Map<String, Map<String, String>> WORDS =
      Map.of(
          NOTIFICATION_NATURE.key(),
          Map.of(
              "child-death", "a serious incident: the death of a child",
              "serious-harm", "a serious incident: serious harm to a child",
              "looked-after-death", "the death of a looked-after child",
              "care-leaver-death", "the death of a care leaver",
              "other", "an incident of another kind"),
          RECIPIENTS.key(),
          Map.of(
              "panel", "Child Safeguarding Practice Review Panel",
              "ofsted", "Ofsted",
              "dfe", "Department for Education",
              "partners", "the local safeguarding partners"));

  private CodesInWords() {}

  /** The answer in words: a role by what its code says, others as they are listed here. */
  static Object of(String key, Object plain, OwnWords words) {
    if (plain instanceof List<?> many && WORDS.containsKey(key)) {
      return many.stream().map(one -> of(key, one, words)).toList();
    }
    if (!(plain instanceof String code)) {
      return plain;
    }
    return key.endsWith("Role")
        ? words.in(PlainFacts.role(code))
        : WORDS.getOrDefault(key, Map.of()).getOrDefault(code, code);
  }
}
