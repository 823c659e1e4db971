package org.practicereview.engine;

/**
 * Someone who may do a task has opened its form.
 *
 * @param taskId id of the task in the engine
 * @param to user id of the person
 */
public record TaskShown(String taskId, String to) {}
