package org.practicereview.outbox;

/**
 * Mail of one case that a person has to see to.
 *
 * @param partnership partnership id
 * @param caseReference the case; empty for mail that belongs to none
 * @param mails how many there are
 * @param urgent whether one of them is urgent
 */
public record StuckMail(String partnership, String caseReference, int mails, boolean urgent) {}
