package org.practicereview.oversight;

/**
 * Numbers in what leaves a partnership: from a small one a child may be recognised, so it is not
 * given.
 */
public final class SmallNumbers {

  /** The least number that is given. */
  public static final int LEAST = 5;

  /** What stands in the place of a small number. */
  public static final String FEW = "fewer than " + LEAST;

  private SmallNumbers() {}

  /** The number, or that it is small. */
  public static Object given(int number) {
    return isGiven(number) ? number : FEW;
  }

  /** Whether a number is given. */
  public static boolean isGiven(int number) {
    return number == 0 || number >= LEAST;
  }
}
