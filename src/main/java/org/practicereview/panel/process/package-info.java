/** What process models and forms ask of the questions of the Panel. */
package org.practicereview.panel.process;
