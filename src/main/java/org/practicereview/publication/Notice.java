package org.practicereview.publication;

import java.time.LocalDate;

/** That a version went to a body. */
public record Notice(Body body, String sha256, LocalDate sentOn) {}
