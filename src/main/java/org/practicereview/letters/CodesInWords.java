package org.practicereview.letters;

import static org.practicereview.letters.LetterQuestions.NOTIFICATION_NATURE;
import static org.practicereview.letters.LetterQuestions.RECIPIENTS;

import java.util.List;
import org.practicereview.forms.OptionWords;
import org.practicereview.partnership.OwnWords;
import org.springframework.stereotype.Component;

/** How letters print answers that people choose from a list and that are kept as a code. */
@Component
class CodesInWords {

  private final OptionWords options;

  CodesInWords(OptionWords options) {
    this.options = options;
  }

  /** The answer in words: a role by what its code says, others as their form offers them. */
  Object of(String key, Object plain, OwnWords words) {
    if (plain instanceof List<?> many && key.equals(RECIPIENTS.key())) {
      return many.stream().map(one -> options.of(RECIPIENTS, String.valueOf(one))).toList();
    }
    if (!(plain instanceof String code)) {
      return plain;
    }
    if (key.equals(NOTIFICATION_NATURE.key())) {
      return options.inSentence(NOTIFICATION_NATURE, code);
    }
    return key.endsWith("Role") ? words.in(PlainFacts.role(code)) : code;
  }
}
