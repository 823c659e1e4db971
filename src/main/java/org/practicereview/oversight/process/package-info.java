/** What models ask of those who watch over the work. */
package org.practicereview.oversight.process;
