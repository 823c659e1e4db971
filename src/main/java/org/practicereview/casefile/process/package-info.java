/** What process models may ask of, and tell to, the case file. */
package org.practicereview.casefile.process;
