package org.practicereview.benchmark;

/**
 * A case to be made.
 *
 * @param reference its reference
 * @param partnership whose it is
 */
record Target(String reference, String partnership) {}
