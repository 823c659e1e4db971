/** What process models may ask of, and tell to, the case file; and what pages start in a case. */
@NamedInterface("process")
package org.practicereview.casefile.process;

import org.springframework.modulith.NamedInterface;
