package org.practicereview.letters;

import java.time.Instant;

/**
 * Lets notices wait for each other, so that a person gets one mail and not many.
 *
 * @param title what they have in common, as the subject of the one mail; names no person
 * @param until when they go at the latest
 */
public record Gathering(String title, Instant until) {}
