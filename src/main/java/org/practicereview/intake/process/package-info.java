/** Where the engine begins a case in the middle of its journey. */
package org.practicereview.intake.process;
