/**
 * The questions put to people: the forms that hold them, their reading, and the check of what was
 * answered.
 */
@ApplicationModule(allowedDependencies = {})
package org.practicereview.forms;

import org.springframework.modulith.ApplicationModule;
