/** What process models may ask of the clocks, and how the engine's timers follow them. */
@NamedInterface("process")
package org.practicereview.deadlines.process;

import org.springframework.modulith.NamedInterface;
