/**
 * How urgent each task is, when it is due where no clock says so, and who is called when a child's
 * safety cannot wait.
 */
@ApplicationModule(
    allowedDependencies = {
      "reading",
      "audit",
      "forms",
      "partnership",
      "engine",
      "outbox",
      "casefile",
      "deadlines",
      "letters"
    })
package org.practicereview.work;

import org.springframework.modulith.ApplicationModule;
