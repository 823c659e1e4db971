package org.practicereview.modelling;

/**
 * A piece of an open case that moves to a new version.
 *
 * @param reference the case
 * @param model the model that changed
 * @param state {@code waiting}, {@code moved} or {@code left}
 * @param reason why it was left on the earlier version; null otherwise
 */
public record Move(String reference, String model, String state, String reason) {}
