package org.practicereview.deadlines;

import java.time.LocalDate;

/**
 * A second date beside the one that law or guidance sets: the Panel has agreed to it. It moves
 * nothing.
 *
 * @param until the last day of it
 * @param letterOn date of the Panel's letter
 * @param letterReference how the Panel refers to its letter
 */
public record AgreedDate(LocalDate until, LocalDate letterOn, String letterReference) {}
