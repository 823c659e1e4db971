/** Who is away and who does their work meanwhile, and how work goes from one person to another. */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "partnership",
      "engine",
      "forms",
      "security",
      "outbox",
      "casefile",
      "naming",
      "letters",
      "work"
    })
package org.practicereview.absence;

import org.springframework.modulith.ApplicationModule;
