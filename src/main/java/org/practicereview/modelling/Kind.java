package org.practicereview.modelling;

import java.util.Arrays;
import java.util.Optional;

/** What the workshop lists. */
public enum Kind {
  MODEL("model", "Model"),
  TABLE("table", "Decision table"),
  FORM("form", "Form"),
  LETTER("letter", "Letter");

  private final String id;
  private final String title;

  Kind(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** As it stands in addresses. */
  public String id() {
    return id;
  }

  /** As people read it. */
  public String title() {
    return title;
  }

  /** The kind with this id, if there is one. */
  public static Optional<Kind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
