package org.practicereview.partnership;

import java.util.List;

/** Knows the clocks as they are shipped, and what a profile may change about them. */
public interface ProfileClocks {

  /** What is wrong with what this profile says about clocks. */
  List<ProfileProblem> problems(Partnership partnership);
}
