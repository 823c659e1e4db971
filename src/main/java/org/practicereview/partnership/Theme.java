package org.practicereview.partnership;

/**
 * A theme of what is learned.
 *
 * @param code in kebab-case; never changed once it was chosen in a case
 * @param name as people read it
 * @param source who named it, or empty for a theme of the partnership's own
 */
public record Theme(String code, String name, String source) {}
