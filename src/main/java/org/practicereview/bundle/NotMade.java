package org.practicereview.bundle;

/** A bundle could not be made, for a reason that its maker reads. */
final class NotMade extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotMade(String why) {
    super(why);
  }
}
