package org.practicereview.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The forms of the source tree, read as the service reads them. */
public final class ShippedForms implements DeployedForms {

  private static final Map<String, FormSchema> SHIPPED = read(Path.of("forms"));

  private final Map<String, FormSchema> forms = new TreeMap<>(SHIPPED);

  /** Puts another form in the place of one, or beside them. */
  public FormSchema deploy(String id, String content) {
    FormSchema form = FormSchemaReader.read(id, content.getBytes(StandardCharsets.UTF_8));
    forms.put(id, form);
    return form;
  }

  @Override
  public Map<String, FormSchema> latest() {
    return Map.copyOf(forms);
  }

  @Override
  public Optional<FormSchema> version(String id, String version) {
    return Optional.ofNullable(forms.get(id));
  }

  private static Map<String, FormSchema> read(Path folder) {
    Map<String, FormSchema> forms = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String id = file.getFileName().toString().replaceFirst("\\.(form|html)$", "");
        forms.put(id, FormSchemaReader.read(id, Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return forms;
  }
}
