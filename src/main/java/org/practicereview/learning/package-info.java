/**
 * Shares what a review has taught: what a learning brief, a briefing and its follow-up must keep to
 * beyond the questions of their forms.
 */
package org.practicereview.learning;
