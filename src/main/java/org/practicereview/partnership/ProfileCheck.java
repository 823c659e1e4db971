package org.practicereview.partnership;

import java.util.List;

/**
 * Holds the profiles against what this installation has in its database. Asked once at each start,
 * when the models are deployed and before the first request is served.
 */
public interface ProfileCheck {

  /** What is wrong; the service does not start until nothing is. */
  List<ProfileProblem> problems();
}
