/** What process models may ask about the team of a review. */
package org.practicereview.reviewteam.process;
