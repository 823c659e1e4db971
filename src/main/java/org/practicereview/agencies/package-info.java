/**
 * The agencies of a case: which were asked, what each has answered, and what a form shows of it.
 */
package org.practicereview.agencies;
