package org.practicereview.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.springframework.stereotype.Component;

/** What has happened in a case, newest first. */
@Component
class TrailSection implements CaseSection {

  private static final int RECENT = 12;

  private final AuditTrail audit;

  TrailSection(AuditTrail audit) {
    this.audit = audit;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    List<AuditEntry> trail =
        new ArrayList<>(view.sight().header() ? audit.of(view.reference()) : List.of());
    Collections.reverse(trail);
    int recent = Math.min(RECENT, trail.size());
    return Map.of(
        "recent", trail.subList(0, recent), "earlier", trail.subList(recent, trail.size()));
  }
}
