/** What the chronologies of a case need of the process: whether one is open, and who was absent. */
package org.practicereview.chronology.process;
