/**
 * How urgent each task is, when it is due where no clock says so, and who is called when a child's
 * safety cannot wait.
 */
package org.practicereview.work;
