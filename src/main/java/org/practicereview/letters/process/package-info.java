/** What process models call to have letters written, approved and sent. */
package org.practicereview.letters.process;
