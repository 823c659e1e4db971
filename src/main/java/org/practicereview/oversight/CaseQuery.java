package org.practicereview.oversight;

/**
 * What someone asks the list of cases for. Empty text asks for nothing.
 *
 * @param words part of a reference, a pseudonym, an agency, the reference of the notification; for
 *     those who may know it, of the child's name
 * @param partnership id of a partnership
 * @param stage name of a stage in which something is to be done
 * @param state {@code open} or {@code closed}
 * @param late {@code law} (a date of law or national guidance has passed), {@code yes} (any date
 *     has) or {@code no}
 * @param waitsFor role or agency that something waits for, without its partnership
 * @param sort {@code urgency}, {@code reference}, {@code pseudonym}, {@code stage}, {@code due} or
 *     {@code opened}
 * @param group {@code stage} or {@code urgency}, by which cases are put together before they are
 *     sorted
 * @param page counted from 1
 */
public record CaseQuery(
    String words,
    String partnership,
    String stage,
    String state,
    String late,
    String waitsFor,
    String sort,
    boolean descending,
    String group,
    int page) {

  /** How many cases a page shows. */
  public static final int PAGE = 50;

  /** The same, on another page. */
  public CaseQuery onPage(int other) {
    return new CaseQuery(
        words,
        partnership,
        stage,
        state,
        late,
        waitsFor,
        sort,
        descending,
        group,
        Math.max(1, other));
  }

  /** The same, sorted by a column; by the column it is sorted by already, the other way round. */
  public CaseQuery sortedBy(String column) {
    return new CaseQuery(
        words,
        partnership,
        stage,
        state,
        late,
        waitsFor,
        column,
        sort.equals(column) && !descending,
        group,
        1);
  }

  /** The same, put together by something else; empty for not at all. */
  public CaseQuery groupedBy(String other) {
    return new CaseQuery(
        words, partnership, stage, state, late, waitsFor, sort, descending, other, 1);
  }
}
