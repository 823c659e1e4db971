/**
 * How the service says no to people: one kind for what cannot be done, one for what is not there.
 */
@ApplicationModule(allowedDependencies = {})
package org.practicereview.refusals;

import org.springframework.modulith.ApplicationModule;
