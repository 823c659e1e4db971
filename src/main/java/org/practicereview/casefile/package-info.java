/** The facts of a case: reference, answers to forms, agencies asked, documents. */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "reading",
      "audit",
      "files",
      "forms",
      "partnership",
      "engine"
    })
package org.practicereview.casefile;

import org.springframework.modulith.ApplicationModule;
