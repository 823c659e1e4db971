/** How models name people on a case and end it, and how their tasks follow. */
package org.practicereview.naming.process;
