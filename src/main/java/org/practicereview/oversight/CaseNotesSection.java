package org.practicereview.oversight;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.practicereview.security.Role;
import org.springframework.stereotype.Component;

/** The notes of managers on a case: their own for each, and those for colleagues. */
@Component
public class CaseNotesSection implements CaseSection {

  private static final List<String> WRITERS =
      List.of(Role.BUSINESS_MANAGER.id(), Role.MANAGER.id());

  private final CaseNotes notes;

  CaseNotesSection(CaseNotes notes) {
    this.notes = notes;
  }

  /** Whether someone may write notes on a case. */
  public static boolean mayWrite(CaseView view) {
    return view.sight().header() && !Collections.disjoint(view.roles(), WRITERS);
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    return Map.of(
        "caseNotes",
        view.sight().header()
            ? notes.of(view.reference(), view.reader(), view.sight().identity())
            : List.of(),
        "mayWriteNote",
        mayWrite(view),
        "longestNote",
        CaseNotes.LONGEST);
  }
}
