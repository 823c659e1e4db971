/**
 * Checks what an administrator changes before it runs: whether a process model holds to the rules
 * that keep it readable, safe and complete.
 */
package org.practicereview.modelling;
