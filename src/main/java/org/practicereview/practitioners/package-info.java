/** The practitioners of a case: what forms about their sessions and events must keep to. */
package org.practicereview.practitioners;
