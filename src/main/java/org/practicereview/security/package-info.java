/**
 * Who may do what: roles, users, rights and tenants; what the engine lets through; sign-in for the
 * pages of the service; and the checks that keep an unsafe installation from starting.
 */
@ApplicationModule(
    allowedDependencies = {"refusals", "forms", "partnership", "engine", "audit", "outbox"})
package org.practicereview.security;

import org.springframework.modulith.ApplicationModule;
