/**
 * The team of a review: who was appointed, who came to which meeting, and what its forms demand.
 */
@ApplicationModule(allowedDependencies = {"audit", "forms", "partnership", "engine", "casefile"})
package org.practicereview.reviewteam;

import org.springframework.modulith.ApplicationModule;
