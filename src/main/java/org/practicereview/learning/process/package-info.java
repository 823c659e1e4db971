/** What process models ask about the sharing of learning. */
package org.practicereview.learning.process;
