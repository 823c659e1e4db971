package org.practicereview.forms;

/**
 * A form that the service knows by name. Every other form is read by its questions alone.
 *
 * @param id the task in kebab-case
 */
public record FormName(String id) implements Asks {

  /** Whether this is the form with an id. */
  public boolean is(String form) {
    return id.equals(form);
  }
}
