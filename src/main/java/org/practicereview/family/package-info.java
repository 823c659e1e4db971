/** Who of a family is invited to take part in a review, when that is safe, and what they answer. */
@ApplicationModule(
    allowedDependencies = {"audit", "forms", "partnership", "engine", "casefile", "letters"})
package org.practicereview.family;

import org.springframework.modulith.ApplicationModule;
