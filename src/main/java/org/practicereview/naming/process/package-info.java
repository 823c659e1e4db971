/** How models name people on a case and end it, and how their tasks follow. */
@NamedInterface("process")
package org.practicereview.naming.process;

import org.springframework.modulith.NamedInterface;
