/** What process models may do with the drafts of a report, and what its forms demand. */
package org.practicereview.report.process;
