/** Invented cases for demonstration mode, and the answers they are filled in with. */
@ApplicationModule(
    allowedDependencies = {
      "partnership",
      "engine",
      "security",
      "casefile",
      "forms",
      "work",
      "deadlines",
      "agencies :: process",
      "events :: process"
    })
package org.practicereview.demonstration;

import org.springframework.modulith.ApplicationModule;
