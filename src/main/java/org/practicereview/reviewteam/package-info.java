/**
 * The team of a review: who was appointed, who came to which meeting, and what its forms demand.
 */
package org.practicereview.reviewteam;
