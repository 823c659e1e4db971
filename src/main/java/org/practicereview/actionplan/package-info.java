/**
 * The action plan of a case: what was agreed, how far each action has come and with which evidence,
 * and when the next report to the executive is due. It keeps nothing of its own: all is read from
 * the answers that people gave.
 */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "forms",
      "partnership",
      "engine",
      "casefile",
      "deadlines"
    })
package org.practicereview.actionplan;

import org.springframework.modulith.ApplicationModule;
