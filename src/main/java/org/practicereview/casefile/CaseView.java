package org.practicereview.casefile;

import java.util.Collection;
import java.util.Set;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.partnership.Partnership;

/**
 * A case as one person looks at it.
 *
 * @param reader their account
 * @param sight what they may see of it
 * @param roles the roles they have in the partnership of the case, and the agencies they work for
 * @param may what they may start from its page
 */
public record CaseView(
    CaseFile file,
    Partnership partnership,
    String reader,
    Sight sight,
    Collection<String> roles,
    Set<String> may) {

  /** The reference of the case. */
  public String reference() {
    return file.reference();
  }

  /** Whether they may see what belongs to an agency or a partner. */
  public boolean seesPartOf(String scope) {
    return sight.header() || sight.agencies().contains(scope);
  }
}
