/** The practitioners of a case: what forms about their sessions and events must keep to. */
@ApplicationModule(allowedDependencies = {"audit", "forms", "partnership", "engine", "casefile"})
package org.practicereview.practitioners;

import org.springframework.modulith.ApplicationModule;
