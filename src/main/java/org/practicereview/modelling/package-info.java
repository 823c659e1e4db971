/**
 * The rules that keep process models, decision tables and forms readable, safe and complete. The
 * build holds the shipped ones to them, and the engine everything that is deployed, through
 * whatever door.
 */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "files",
      "forms",
      "engine",
      "security",
      "casefile",
      "deadlines",
      "deadlines :: process",
      "letters",
      "partnership",
      "demonstration"
    })
package org.practicereview.modelling;

import org.springframework.modulith.ApplicationModule;
