/**
 * The questions put to people: the forms that hold them, their reading, the check of what was
 * answered, and who may read it.
 */
@ApplicationModule(allowedDependencies = {})
package org.practicereview.forms;

import org.springframework.modulith.ApplicationModule;
