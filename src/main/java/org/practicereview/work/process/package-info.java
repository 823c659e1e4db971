/**
 * Where the engine's tasks get their urgency, and where it tells that a task was opened or done.
 */
package org.practicereview.work.process;
