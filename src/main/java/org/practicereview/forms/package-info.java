/**
 * The questions put to people: the forms that hold them, their reading, and the check of what was
 * answered.
 */
package org.practicereview.forms;
