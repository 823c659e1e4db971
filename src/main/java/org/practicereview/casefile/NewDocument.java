package org.practicereview.casefile;

/** A file about to be stored; the parts mean what they mean in {@link Document}. */
public record NewDocument(
    String caseReference,
    String kind,
    String name,
    String mediaType,
    byte[] content,
    String accessClass,
    String scope,
    String by) {}
