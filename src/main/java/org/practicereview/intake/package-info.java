/** Takes in cases that are running already, from a spreadsheet, each at its stage. */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "forms",
      "files",
      "partnership",
      "engine",
      "casefile",
      "deadlines",
      "naming",
      "chronology",
      "report"
    })
package org.practicereview.intake;

import org.springframework.modulith.ApplicationModule;
