/**
 * What each agency did, day by day: the rows of its chronology in form and spreadsheet, and all of
 * them merged by date.
 */
package org.practicereview.chronology;
