/**
 * The service that runs a Child Safeguarding Practice Review; every direct sub-package is one
 * building block.
 */
package org.practicereview;
