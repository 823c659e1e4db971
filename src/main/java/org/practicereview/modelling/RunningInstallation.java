package org.practicereview.modelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.process.PackagedRules;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.Asks;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.letters.LetterTemplate;
import org.practicereview.letters.LetterTemplates;
import org.practicereview.security.Role;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What models can name in this service as it runs, and what came with it. */
@Component
class RunningInstallation implements Installation {

  /** They keep the service going, and look after it; no task of a case is theirs. */
  private static final Set<Role> WITHOUT_TASKS =
      EnumSet.of(Role.MODEL_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR, Role.MANAGER);

  private static final Pattern FOLDER = Pattern.compile(".*/((?:processes|forms)/.+)");

  private final ListableBeanFactory beans;
  private final ObjectProvider<LetterTemplates> templates;
  private volatile SoftReference<Deployed> shipped = new SoftReference<>(null);

  RunningInstallation(ListableBeanFactory beans, ObjectProvider<LetterTemplates> templates) {
    this.beans = beans;
    this.templates = templates;
  }

  @Override
  public Set<String> letters() {
    return templates.getObject().ids();
  }

  @Override
  public Map<String, Set<String>> factsOfLetters() {
    Map<String, Set<String>> facts = new TreeMap<>();
    for (LetterTemplate letter : templates.getObject().all()) {
      Set<String> printed = new TreeSet<>(letter.required());
      printed.addAll(letter.optional());
      printed.addAll(letter.partnerFacts());
      facts.put(letter.id(), printed);
    }
    return facts;
  }

  @Override
  public Set<String> beans() {
    return Arrays.stream(beans.getBeanNamesForAnnotation(ProcessBean.class))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Set<String> roles() {
    return Arrays.stream(Role.values())
        .filter(role -> !WITHOUT_TASKS.contains(role))
        .map(Role::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Map<String, String> readInJava() {
    Map<String, String> read = new TreeMap<>();
    for (Resource type : resources("classpath*:org/practicereview/**/*Questions.class")) {
      try {
        String path = type.getURL().getPath();
        String name = path.substring(path.lastIndexOf("org/practicereview/"));
        Class<?> catalogue = Class.forName(name.replace(".class", "").replace('/', '.'));
        for (Field field : catalogue.getDeclaredFields()) {
          if (Modifier.isStatic(field.getModifiers()) && field.getType() == Question.class) {
            field.setAccessible(true);
            add(read, (Question<?>) field.get(null), catalogue.getSimpleName());
          }
        }
      } catch (IOException | ReflectiveOperationException e) {
        throw new IllegalStateException("What the service reads of forms cannot be listed", e);
      }
    }
    return read;
  }

  private static void add(Map<String, String> read, Question<?> question, String catalogue) {
    for (Asks place : question.places()) {
      List<Asks> forms = place instanceof Question<?> rows ? rows.places() : List.of(place);
      for (Asks form : forms) {
        if (form instanceof FormName name) {
          read.put(name.id() + "/" + question.key(), catalogue);
        }
      }
    }
  }

  @Override
  public List<Rule> shippedClocks() {
    return Clocks.SHIPPED;
  }

  @Override
  public Deployed shipped() {
    Deployed known = shipped.get();
    if (known == null) {
      known = readShipped();
      shipped = new SoftReference<>(known);
    }
    return known;
  }

  private static Deployed readShipped() {
    Map<String, OneModel> models = new TreeMap<>();
    Map<String, String> decisions = new TreeMap<>();
    Map<String, String> forms = new TreeMap<>();
    shippedFiles()
        .forEach(
            (name, text) -> {
              if (name.endsWith(".bpmn")) {
                OneModel model = OneModel.trust(name, text);
                model.processes().forEach(process -> models.put(process, model));
              } else if (name.endsWith(".dmn")) {
                Tables.decisions(text).forEach(decision -> decisions.put(decision, text));
              } else {
                forms.put(OneModel.formOf(name), text);
              }
            });
    return new Deployed(models, decisions, forms);
  }

  /** The text of everything that came with the service, by name. */
  static Map<String, String> shippedFiles() {
    Map<String, String> files = new TreeMap<>();
    for (String kind :
        List.of(
            "processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form", "forms/**/*.html")) {
      for (Resource file : resources("classpath*:" + kind)) {
        try {
          Matcher path = FOLDER.matcher(file.getURL().getPath());
          if (path.matches()) {
            files.put(path.group(1), file.getContentAsString(StandardCharsets.UTF_8));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  private static Resource[] resources(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver().getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Clocks {
    private static final List<Rule> SHIPPED = new PackagedRules().all();
  }
}
