package org.practicereview.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /**
   * The questions of a form as it was answered whose answers decide, or give the reasons, by what
   * that version or the present one says: one from before questions were marked says nothing.
   */
  default List<FormField> deciding(String id, String version) {
    Set<String> now = new HashSet<>();
    Optional.ofNullable(latest().get(id)).map(FormSchema::questions).orElse(List.of()).stream()
        .filter(question -> question.asked().decides())
        .forEach(question -> now.add(question.key()));
    return version(id, version).map(FormSchema::questions).orElse(List.of()).stream()
        .filter(question -> question.asked().decides() || now.contains(question.key()))
        .toList();
  }
}
