/**
 * Publication of reports and learning briefs: the notice that goes before, the public pages and
 * what may be taken from them.
 */
package org.practicereview.publication;
