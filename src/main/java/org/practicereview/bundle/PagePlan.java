package org.practicereview.bundle;

import java.util.List;

/**
 * What becomes of one page of an attached PDF.
 *
 * @param number page of the attached file, from 1
 * @param leftOut why it is left out, in words; empty if it goes into the bundle
 * @param covered what is covered on its picture
 */
record PagePlan(int number, String leftOut, List<Box> covered) {

  /** A part of the page as it is looked at, in points from its top left corner. */
  record Box(float left, float top, float right, float bottom) {

    boolean touches(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    Box with(Box other) {
      return new Box(
          Math.min(left, other.left),
          Math.min(top, other.top),
          Math.max(right, other.right),
          Math.max(bottom, other.bottom));
    }
  }

  /** A word and where it stands. */
  record Word(String text, Box box) {}

  boolean isIn() {
    return leftOut.isEmpty();
  }

  static PagePlan without(int number, String why) {
    return new PagePlan(number, why, List.of());
  }
}
