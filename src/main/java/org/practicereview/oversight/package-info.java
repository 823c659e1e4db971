/** Where every case stands, for those who watch over the work. */
package org.practicereview.oversight;
