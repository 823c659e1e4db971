package org.practicereview.partnership;

/**
 * An agency that works with a partnership.
 *
 * @param code short name in ids and group names, for example {@code police}
 * @param name as written in letters
 * @param mailbox safeguarding mailbox
 * @param seniorManagerMailbox where a late return is escalated to
 * @param statutoryPartner whether it is one of the three statutory safeguarding partners
 */
public record Agency(
    String code,
    String name,
    String mailbox,
    String seniorManagerMailbox,
    boolean statutoryPartner) {}
