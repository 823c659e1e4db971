/**
 * What runs beside a review and can come more than once: parallel proceedings, complaints, requests
 * for its material; and which proceedings hold publication.
 */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "forms",
      "partnership",
      "engine",
      "casefile",
      "publication"
    })
package org.practicereview.register;

import org.springframework.modulith.ApplicationModule;
