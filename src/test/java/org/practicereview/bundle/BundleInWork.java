package org.practicereview.bundle;

import java.util.Set;
import java.util.UUID;
import org.practicereview.bundle.BundleFile.Made;
import org.practicereview.bundle.BundleOrder.Head;

/** A bundle that was gathered before a report was sealed, and is finished at any time. */
public final class BundleInWork {

  private final Bundles bundles;
  private final Head head;

  /** Begins it. */
  public BundleInWork(Bundles bundles, String caseReference, String by) {
    this.bundles = bundles;
    String id = UUID.randomUUID().toString();
    this.head =
        new Head(id, caseReference, Purpose.COURT, "r", "w", "p", "{}", Set.of(), by, false);
    bundles.begin(head);
  }

  /** Finishes it. */
  public void finish() {
    bundles.made(head, new Made(1, 0), 1, "sum");
  }
}
