/**
 * The service's own pages: the public referral, and the case page with what Tasklist and Cockpit do
 * not show.
 */
@ApplicationModule(
    allowedDependencies = {
      "refusals",
      "audit",
      "forms",
      "partnership",
      "engine",
      "security",
      "outbox",
      "notes",
      "drafts",
      "casefile",
      "deadlines",
      "events :: process",
      "agencies :: process",
      "naming",
      "letters",
      "chronology",
      "learning",
      "report",
      "actionplan",
      "publication",
      "register",
      "work",
      "absence",
      "bundle",
      "intake",
      "oversight",
      "modelling"
    })
package org.practicereview.pages;

import org.springframework.modulith.ApplicationModule;
