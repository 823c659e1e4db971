package org.practicereview.intake;

/**
 * Something that the check of a spreadsheet found.
 *
 * @param row number of the row as the spreadsheet shows it; 0 for the sheet as a whole
 * @param column heading of the column, or empty
 * @param words what is wrong and what to do, a sentence
 * @param stops whether nothing is taken in until it is put right; otherwise it is to be looked at
 */
public record Finding(int row, String column, String words, boolean stops) {}
