/** What one safeguarding partnership does differently: names, contacts, agencies, options. */
@ApplicationModule(allowedDependencies = {"refusals"})
package org.practicereview.partnership;

import org.springframework.modulith.ApplicationModule;
