/**
 * Whom a case concerns outside the partnership: other areas, what they were told and what they
 * answered, and the child death review partners.
 */
@ApplicationModule(
    allowedDependencies = {"audit", "forms", "partnership", "engine", "casefile", "letters"})
package org.practicereview.areas;

import org.springframework.modulith.ApplicationModule;
