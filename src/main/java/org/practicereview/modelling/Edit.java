package org.practicereview.modelling;

/**
 * Something that an administrator changes in the browser.
 *
 * @param kind what it is
 * @param id its id
 * @param name what people call it
 * @param file the name of its file, without folders
 * @param text what it says now
 * @param version the version in use from which it is changed; 0 where there is none
 * @param proposal the proposal that it belongs to, or empty
 * @param revision the state of that proposal; 0 where there is none
 */
public record Edit(
    Kind kind,
    String id,
    String name,
    String file,
    String text,
    int version,
    String proposal,
    int revision) {}
