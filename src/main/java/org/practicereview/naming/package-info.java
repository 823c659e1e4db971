/** Who is named on a case for a role or an agency, and whose account can be chosen for it. */
package org.practicereview.naming;
