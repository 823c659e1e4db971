/** What process models may ask of the clocks, and how the engine's timers follow them. */
package org.practicereview.deadlines.process;
