/**
 * What people have typed and not sent yet: kept while they type, sealed, given to its author only,
 * and gone when the task is done or after a time.
 */
@ApplicationModule(allowedDependencies = {"refusals", "engine", "notes"})
package org.practicereview.drafts;

import org.springframework.modulith.ApplicationModule;
