/** The append-only trail of what was done in a case, as sentences a person can read. */
@ApplicationModule(allowedDependencies = {})
package org.practicereview.audit;

import org.springframework.modulith.ApplicationModule;
