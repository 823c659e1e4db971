/** What can happen at any time in a case, and what is told to the work that waits for it. */
package org.practicereview.events;
