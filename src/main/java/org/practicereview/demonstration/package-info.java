/** Invented cases for demonstration mode, and the answers they are filled in with. */
package org.practicereview.demonstration;
