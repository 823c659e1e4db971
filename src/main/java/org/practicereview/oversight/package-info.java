/** Where every case stands, for those who watch over the work. */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "forms",
      "partnership",
      "engine",
      "security",
      "outbox",
      "notes",
      "casefile",
      "deadlines",
      "events :: process",
      "letters",
      "learning",
      "actionplan",
      "publication",
      "work",
      "absence"
    })
package org.practicereview.oversight;

import org.springframework.modulith.ApplicationModule;
