package org.practicereview.casefile;

/**
 * Answers were kept. Whoever keeps rows of its own of what they say listens, in the same
 * transaction.
 *
 * @param given as they were stored, also where the report of the case is sealed
 */
public record AnswersKept(FormAnswers given) {}
