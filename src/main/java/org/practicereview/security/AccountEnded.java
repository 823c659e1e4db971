package org.practicereview.security;

/**
 * An account was ended; told in the transaction that ends it.
 *
 * @param by user id of the administrator
 */
public record AccountEnded(String userId, String by) {}
