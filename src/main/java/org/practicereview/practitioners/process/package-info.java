/** What process models may ask about the practitioners of a case. */
package org.practicereview.practitioners.process;
