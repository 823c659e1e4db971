/**
 * What each agency did, day by day: the rows of its chronology in form and spreadsheet, and all of
 * them merged by date.
 */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "forms",
      "files",
      "partnership",
      "engine",
      "casefile"
    })
package org.practicereview.chronology;

import org.springframework.modulith.ApplicationModule;
