/**
 * The edge of the Camunda engine: what models may reach, how forms are bound to the case file, and
 * the engine's time. Knows nothing of cases beyond their reference.
 */
@ApplicationModule(allowedDependencies = {"refusals", "reading", "forms", "partnership"})
package org.practicereview.engine;

import org.springframework.modulith.ApplicationModule;
