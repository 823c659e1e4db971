package org.practicereview.partnership;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Reads the packaged profiles, then those of a folder of the installation; a profile in the folder
 * replaces the packaged one with the same id.
 */
@Component
class YamlPartnerships implements Partnerships {

  private final Map<String, Partnership> byId = new TreeMap<>();

  YamlPartnerships(@Value("${practice-review.partnerships-folder:}") String folder) {
    readAll("classpath*:partnerships/*.yaml");
    if (!folder.isBlank()) {
      readAll("file:" + folder + "/*.yaml");
    }
  }

  @Override
  public Partnership get(String id) {
    Partnership partnership = byId.get(id);
    if (partnership == null) {
      throw new IllegalArgumentException("There is no partnership \"" + id + "\"");
    }
    return partnership;
  }

  @Override
  public List<Partnership> all() {
    return byId.values().stream().sorted(Comparator.comparing(Partnership::name)).toList();
  }

  private void readAll(String pattern) {
    try {
      for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        Partnership partnership = read(resource);
        byId.put(partnership.id(), partnership);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The partnership profiles cannot be read", e);
    }
  }

  private static Partnership read(Resource resource) throws IOException {
    try (InputStream in = resource.getInputStream()) {
      YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
      yaml.setResources(new InputStreamResource(in));
      Partnership partnership =
          new Binder(new MapConfigurationPropertySource(yaml.getObject()))
              .bind("", Bindable.of(Partnership.class))
              .orElseThrow(
                  () -> new IllegalStateException(resource + " holds no partnership profile"));
      for (Object field :
          new Object[] {partnership.id(), partnership.name(), partnership.referencePrefix()}) {
        if (field == null) {
          throw new IllegalStateException(
              resource + " must give the partnership's id, name and reference prefix");
        }
      }
      return partnership;
    }
  }
}
