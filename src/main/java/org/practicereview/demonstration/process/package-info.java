/** Plays the demonstration cases through the engine, as the people of the demonstration. */
package org.practicereview.demonstration.process;
