package org.practicereview.outbox;

/**
 * A mail was given another address. Published in the transaction that changes it.
 *
 * @param mailId id of the mail
 * @param address where it goes now
 */
public record AddressCorrected(String mailId, String address) {}
