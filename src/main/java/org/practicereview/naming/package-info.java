/** Who is named on a case for a role or an agency, and whose account can be chosen for it. */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "forms",
      "partnership",
      "engine",
      "casefile",
      "security"
    })
package org.practicereview.naming;

import org.springframework.modulith.ApplicationModule;
