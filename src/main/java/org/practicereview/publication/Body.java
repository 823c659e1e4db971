package org.practicereview.publication;

import java.util.Arrays;
import java.util.Optional;

/**
 * The bodies that get the full report before it is published: the first two by the Regulations of
 * 2018, Part 3, Ofsted by Working Together 2023, chapter 5.
 */
public enum Body {
  PANEL("panel", "The Panel"),
  SECRETARY_OF_STATE("secretary-of-state", "The Secretary of State"),
  OFSTED("ofsted", "Ofsted");

  private final String id;
  private final String title;

  Body(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Kind of recipient of its letters. */
  public String id() {
    return id;
  }

  /** As it stands in a sentence. */
  public String title() {
    return title;
  }

  /** The body with that id, if it is one of them. */
  public static Optional<Body> of(String id) {
    return Arrays.stream(values()).filter(body -> body.id.equals(id)).findFirst();
  }
}
