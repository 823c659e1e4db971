package org.practicereview.learning;

/** A link to the presentation of a briefing does not work any more, or never did. */
public class BriefingLinkEnded extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
