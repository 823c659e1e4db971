package org.practicereview.partnership;

import java.util.List;

/** The packaged partnerships, of which invented people and cases belong to the demonstration. */
public final class DemonstrationPartnerships {

  private DemonstrationPartnerships() {}

  /** All of them, whether or not this installation offers them. */
  public static List<Partnership> all() {
    return ProfileFiles.packaged().stream().map(ProfileFile::partnership).toList();
  }
}
