package org.practicereview.forms;

import java.util.Map;
import java.util.Optional;

/** The forms that tasks show at present, whoever deployed them. */
public interface DeployedForms {

  /** The latest version of every form, by its id. */
  Map<String, FormSchema> latest();

  /**
   * A form as it was when it was answered, or as it is now if that version was never deployed here.
   *
   * @param version hash of its file, see {@link FormSchema#version()}
   */
  Optional<FormSchema> version(String id, String version);
}
