package org.practicereview.forms;

/** What asks a question: a form, or the rows in forms. */
public sealed interface Asks permits FormName, Question {}
