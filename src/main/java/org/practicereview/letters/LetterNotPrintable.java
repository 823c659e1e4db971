package org.practicereview.letters;

import java.util.List;
import org.practicereview.refusals.Refused;

/** A letter with characters that none of its fonts has; it has to be reworded before it goes. */
public class LetterNotPrintable extends Refused {

  private static final long serialVersionUID = 1L;

  LetterNotPrintable(String letter, List<String> characters) {
    super(sentence(letter, characters));
  }

  static String sentence(String letter, List<String> characters) {
    return letter
        + " cannot be printed: no font has "
        + (characters.size() == 1 ? "the character " : "the characters ")
        + String.join(" ", characters)
        + ". Open the letter and write the words without "
        + (characters.size() == 1 ? "it" : "them");
  }
}
