/** What process models and forms ask of the action plan and of the sharing of learning. */
package org.practicereview.actionplan.process;
