package org.practicereview.learning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Theme;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The themes that a partnership chooses from: the national ones, and its own. */
@Component
public class Themes {

  /** What someone chooses where no theme fits. It is no theme, and is never found again. */
  static final String NONE = "none-of-these";

  private static final String FILE = "/themes.yaml";

  private final List<Theme> national = read();

  /** The themes of a partnership; one of its own takes the place of a national one. */
  public List<Theme> of(Partnership partnership) {
    Map<String, Theme> byCode = new LinkedHashMap<>();
    national.stream()
        .filter(theme -> !theme.code().equals(NONE))
        .forEach(theme -> byCode.put(theme.code(), theme));
    partnership.themes().forEach(theme -> byCode.put(theme.code(), theme));
    return List.copyOf(byCode.values());
  }

  /** What a form offers: the themes, and that none fits. */
  List<Map<String, String>> choices(Partnership partnership) {
    Map<String, String> byCode = new LinkedHashMap<>();
    of(partnership).forEach(theme -> byCode.put(theme.code(), theme.name()));
    national.forEach(theme -> byCode.putIfAbsent(theme.code(), theme.name()));
    return byCode.entrySet().stream()
        .map(one -> Map.of("value", one.getKey(), "label", one.getValue()))
        .toList();
  }

  /** The name of a theme; its code where the partnership does not have it any more. */
  public String name(Partnership partnership, String code) {
    return of(partnership).stream()
        .filter(theme -> theme.code().equals(code))
        .map(Theme::name)
        .findFirst()
        .orElse(code);
  }

  /** The names of themes, in the order of the table. */
  public String names(Partnership partnership, Collection<String> codes) {
    return of(partnership).stream()
        .filter(theme -> codes.contains(theme.code()))
        .map(Theme::name)
        .collect(Collectors.joining("; "));
  }

  private static List<Theme> read() {
    try (InputStream file = Themes.class.getResourceAsStream(FILE)) {
      List<Map<String, String>> rows =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return rows.stream()
          .map(row -> new Theme(row.get("code"), row.get("name"), row.get("source")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
