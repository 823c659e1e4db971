package org.practicereview.modelling;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.xml.ModelException;
import org.practicereview.refusals.Refused;

/**
 * What has to be deployed together. A model reads an HTML form from its own deployment, so the two
 * always travel together, changed or not.
 */
final class FilesTogether {

  private static final Pattern USED_FORM = Pattern.compile("embedded:deployment:([\\w./-]+)");

  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, String> texts = new TreeMap<>();

  /**
   * What is in use.
   *
   * @param names names of files as they are deployed, by kind and id, for example {@code model
   *     referral}
   * @param now their texts
   * @param letters the texts of letters, by their ids
   */
  FilesTogether(Map<String, String> names, Deployed now, Map<String, String> letters) {
    this.names.putAll(names);
    letters.forEach(
        (id, text) -> {
          this.names.put("letter " + id, LetterFile.name(id));
          texts.put(LetterFile.name(id), text);
        });
    now.models().forEach((id, model) -> put("model " + id, model.xml()));
    now.decisions().forEach((id, text) -> put("table " + id, text));
    now.forms().forEach((id, text) -> put("form " + id, text));
  }

  private void put(String key, String text) {
    if (names.containsKey(key)) {
      texts.put(names.get(key), text);
    }
  }

  /**
   * The name under which a file is deployed: that of what it replaces, wherever it came from, or by
   * which a model beside it asks for it. Any other keeps its own.
   *
   * @param beside the texts of what is deployed with it
   */
  String nameOf(String file, String text, Collection<String> beside) {
    if (file.endsWith(".html") && LetterFile.isWrittenIn(text)) {
      return letter(file);
    }
    return keys(file, text).stream()
        .filter(names::containsKey)
        .map(names::get)
        .findFirst()
        .or(
            () ->
                beside.stream()
                    .flatMap(model -> pages(model).stream())
                    .filter(page -> page.endsWith("/" + file))
                    .findFirst())
        .orElse(file);
  }

  private String letter(String file) {
    List<String> found =
        texts.keySet().stream()
            .filter(LetterFile::is)
            .filter(name -> name.equals(file) || name.endsWith("/" + file))
            .toList();
    if (found.size() != 1) {
      throw new Refused(
          found.isEmpty()
              ? "There is no letter " + file + ". A letter keeps the name of its file"
              : "There are several letters "
                  + file
                  + ". Open the one you mean under Models, Letters, and change it in the browser");
    }
    return found.get(0);
  }

  /** The text in use under a name, or null. */
  String inUse(String name) {
    return texts.get(name);
  }

  private static Set<String> keys(String file, String text) {
    Set<String> keys = new TreeSet<>();
    if (file.endsWith(".bpmn")) {
      try {
        OneModel.trust(file, text).processes().forEach(id -> keys.add("model " + id));
      } catch (ModelException e) {
        // The gate says so in its words.
        return keys;
      }
    } else if (file.endsWith(".dmn")) {
      Tables.decisions(text).forEach(id -> keys.add("table " + id));
    } else if (file.matches(".+\\.(form|html)")) {
      keys.add("form " + OneModel.formOf(file));
    }
    return keys;
  }

  /** These files, with all that must travel with them. */
  Map<String, String> all(Map<String, String> files) {
    Map<String, String> all = new TreeMap<>(files);
    Deque<String> next = new ArrayDeque<>(files.keySet());
    while (!next.isEmpty()) {
      String name = next.pop();
      String text = all.get(name);
      Set<String> others = name.endsWith(".bpmn") ? pages(text) : users(name);
      for (String other : others) {
        if (!all.containsKey(other) && texts.containsKey(other)) {
          all.put(other, texts.get(other));
          next.push(other);
        }
      }
    }
    return all;
  }

  private static Set<String> pages(String model) {
    Set<String> pages = new TreeSet<>();
    Matcher used = USED_FORM.matcher(model);
    while (used.find()) {
      pages.add(used.group(1));
    }
    return pages;
  }

  private Set<String> users(String page) {
    Set<String> models = new TreeSet<>();
    if (page.endsWith(".html")) {
      texts.forEach(
          (name, text) -> {
            if (name.endsWith(".bpmn") && pages(text).contains(page)) {
              models.add(name);
            }
          });
    }
    return models;
  }
}
