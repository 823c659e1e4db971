/** What can happen at any time in a case, and what is told to the work that waits for it. */
@ApplicationModule(
    allowedDependencies = {"refusals", "audit", "forms", "partnership", "engine", "casefile"})
package org.practicereview.events;

import org.springframework.modulith.ApplicationModule;
