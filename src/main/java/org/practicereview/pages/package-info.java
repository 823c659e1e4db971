/**
 * The service's own pages: the public referral, and the case page with what Tasklist and Cockpit do
 * not show.
 */
package org.practicereview.pages;
