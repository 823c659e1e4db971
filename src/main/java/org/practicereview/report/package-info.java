/**
 * The report of a practice review while it is not public: the drafts, the copies that can be read
 * but not kept, the search for names, and the version that was signed off.
 */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "forms",
      "partnership",
      "engine",
      "casefile",
      "deadlines"
    })
package org.practicereview.report;

import org.springframework.modulith.ApplicationModule;
