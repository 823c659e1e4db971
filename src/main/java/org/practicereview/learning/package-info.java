/**
 * Shares what a review has taught: what a learning brief, a briefing and its follow-up must keep to
 * beyond the questions of their forms; and which themes of what is learned come back across cases.
 */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "forms",
      "partnership",
      "engine",
      "casefile",
      "actionplan",
      "letters",
      "publication"
    })
package org.practicereview.learning;

import org.springframework.modulith.ApplicationModule;
