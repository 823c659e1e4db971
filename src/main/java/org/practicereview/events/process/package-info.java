/** What models may start beside a case or tell to it, and what people may start at any time. */
@NamedInterface("process")
package org.practicereview.events.process;

import org.springframework.modulith.NamedInterface;
