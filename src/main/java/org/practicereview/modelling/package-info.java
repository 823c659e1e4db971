/**
 * The rules that keep process models and forms readable, safe and complete, as checks; the build
 * holds the shipped ones to them.
 */
@ApplicationModule(allowedDependencies = {"files", "forms", "engine"})
package org.practicereview.modelling;

import org.springframework.modulith.ApplicationModule;
