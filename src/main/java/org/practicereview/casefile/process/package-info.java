/** What process models may ask of the case file, and tell to it. */
package org.practicereview.casefile.process;
