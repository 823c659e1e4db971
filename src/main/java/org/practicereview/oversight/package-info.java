/** Where every case stands, for those who watch over the work. */
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "partnership",
      "engine",
      "security",
      "outbox",
      "casefile",
      "letters",
      "work"
    })
package org.practicereview.oversight;

import org.springframework.modulith.ApplicationModule;
