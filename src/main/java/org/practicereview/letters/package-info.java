/**
 * Turns a template and the facts of a case into a letter: written, edited, approved, kept as an
 * accessible PDF, handed to the outbox, and entered in the register of the case.
 */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "reading",
      "audit",
      "forms",
      "partnership",
      "engine",
      "casefile",
      "outbox",
      "deadlines"
    })
package org.practicereview.letters;

import org.springframework.modulith.ApplicationModule;
