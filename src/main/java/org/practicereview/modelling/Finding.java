package org.practicereview.modelling;

/**
 * Something in a model that does not hold to the rules.
 *
 * @param model id of the process, or the name of the file where there is none
 * @param element id of the element, empty when the process itself is meant
 * @param sentence what is wrong, in plain words
 */
public record Finding(String model, String element, String sentence) {

  @Override
  public String toString() {
    return model + (element.isEmpty() ? "" : ", " + element) + ": " + sentence;
  }
}
