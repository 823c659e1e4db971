/** The working-day calendar of England and the statutory and local clocks of a case. */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "reading",
      "audit",
      "forms",
      "partnership",
      "engine",
      "casefile"
    })
package org.practicereview.deadlines;

import org.springframework.modulith.ApplicationModule;
