/** What process models tell to the agencies of a case, and who else may ask for it. */
@NamedInterface("process")
package org.practicereview.agencies.process;

import org.springframework.modulith.NamedInterface;
