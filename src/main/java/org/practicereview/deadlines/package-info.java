/** The working-day calendar of England and the statutory and local clocks of a case. */
package org.practicereview.deadlines;
