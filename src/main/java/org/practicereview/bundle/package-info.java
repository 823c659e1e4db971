/**
 * The bundle of a case that goes to a coroner, a court, an inspection or a person who asks for
 * their data: one PDF/A, with what is removed really gone, kept as it was made.
 */
@ApplicationModule(allowedDependencies = {"refusals", "audit", "casefile", "letters"})
package org.practicereview.bundle;

import org.springframework.modulith.ApplicationModule;
