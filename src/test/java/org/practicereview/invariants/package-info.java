/**
 * What must hold of every case, checked from outside: by the database and the mail that arrived.
 */
package org.practicereview.invariants;
