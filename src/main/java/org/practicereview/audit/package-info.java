/** The append-only trail of what was done in a case, as sentences a person can read. */
package org.practicereview.audit;
