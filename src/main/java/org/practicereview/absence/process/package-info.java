/** Where the accounts of a partnership are read, and what follows when one is ended. */
package org.practicereview.absence.process;
