/**
 * Publication of reports and learning briefs: the notice that goes before, the public pages and
 * what may be taken from them.
 */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "forms",
      "partnership",
      "engine",
      "casefile",
      "deadlines",
      "letters"
    })
package org.practicereview.publication;

import org.springframework.modulith.ApplicationModule;
