package org.practicereview.modelling;

/**
 * Why a file is not deployed.
 *
 * @param file name of the file
 * @param element id of the element, the key of the question or the row; empty when the whole file
 *     is meant
 * @param name what the element is called, or empty
 * @param wrong what is wrong
 * @param remedy what to do about it
 */
public record Fault(String file, String element, String name, String wrong, String remedy) {

  @Override
  public String toString() {
    String called = name.isEmpty() ? "" : ", \"" + name + "\"";
    String known = element.isEmpty() ? "" : name.isEmpty() ? ", " + element : " (" + element + ")";
    return file + called + known + ": " + wrong + ". " + remedy;
  }
}
