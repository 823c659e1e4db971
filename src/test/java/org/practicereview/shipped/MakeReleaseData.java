package org.practicereview.shipped;

import org.practicereview.journey.TasklistUser;

/**
 * Plays a few invented cases in a release that runs in production on an empty database, so that its
 * data can be kept; {@code src/test/resources/releases/README.md} says how.
 */
final class MakeReleaseData {

  /** Was referred on the public page, and waits for the first person. */
  static final String REFERRED = "SG-2026-0001";

  /** Has been notified, and its rapid review has begun. */
  static final String NOTIFIED = "SG-2026-0002";

  private MakeReleaseData() {}

  /**
   * Makes accounts and cases.
   *
   * @param arguments the port on which the release answers
   */
  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    TasklistUser administrator = TasklistUser.visitor(port);
    administrator
        .trySignIn("admin", ShippedServiceTest.ADMINISTRATOR_PASSWORD, "admin")
        .expect(200);
    Staff staff = Staff.madeBy(administrator, port);
    expect(REFERRED, staff.publicReferral());
    expect(NOTIFIED, staff.publicReferral());
    staff.goOnTo(NOTIFIED, "submitNotification");
    staff.awaitProcess(NOTIFIED, "rapid-review");
  }

  private static void expect(String reference, String given) {
    if (!reference.equals(given)) {
      throw new IllegalStateException("The database is not empty: " + given);
    }
  }
}
