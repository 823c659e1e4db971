/**
 * Durable delivery of mail: written in the caller's transaction, sent afterwards and outside of it,
 * tried again for a week, and never sent twice without a person having decided so.
 */
@ApplicationModule(allowedDependencies = {"refusals", "reading", "audit"})
package org.practicereview.outbox;

import org.springframework.modulith.ApplicationModule;
