package org.practicereview.letters;

/**
 * The letters of one template in a case.
 *
 * @param scope agency or partner that they are for, or empty
 */
public record LettersOf(String caseReference, String template, String scope) {

  boolean include(Letter letter) {
    return letter.template().equals(template) && letter.scope().equals(scope);
  }
}
