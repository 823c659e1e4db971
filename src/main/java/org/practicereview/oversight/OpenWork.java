package org.practicereview.oversight;

import java.time.LocalDate;
import java.util.List;

/**
 * A task somebody has to do.
 *
 * @param task what is to be done
 * @param stage name of the process it belongs to
 * @param groups ids of the roles and agencies whose work it is
 * @param assignee user id of who does it, or null while nobody has claimed it
 * @param dueOn day it is due (Europe/London), or null
 */
public record OpenWork(
    String task, String stage, List<String> groups, String assignee, LocalDate dueOn) {}
