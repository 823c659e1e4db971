/**
 * What a lead reviewer notes for their own recall: kept unreadable in the database, opened for the
 * person who wrote it and for no one else, and destroyed by that person.
 */
@ApplicationModule(allowedDependencies = {"refusals", "audit"})
package org.practicereview.notes;

import org.springframework.modulith.ApplicationModule;
