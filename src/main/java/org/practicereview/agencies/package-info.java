/**
 * The agencies of a case: which were asked, what each has answered, and what a form shows of it.
 */
@ApplicationModule(
    allowedDependencies = {"refusals", "audit", "forms", "partnership", "engine", "casefile"})
package org.practicereview.agencies;

import org.springframework.modulith.ApplicationModule;
