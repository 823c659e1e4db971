/**
 * The questions that the Panel asks about a rapid review: who answers each, by when, and what was
 * answered.
 */
@ApplicationModule(allowedDependencies = {"audit", "forms", "partnership", "engine", "casefile"})
package org.practicereview.panel;

import org.springframework.modulith.ApplicationModule;
