package org.practicereview.pages;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.practicereview.modelling.Edits.Saying;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/**
 * What the pages send on which tables and forms are changed. The text goes to and fro with each
 * press, so nothing is kept until it is saved; the button says what to do, as in {@code
 * remove:rule_x}.
 */
record EditForm(MultiValueMap<String, String> filled) {

  String id() {
    return one("id");
  }

  String proposal() {
    return one("proposal");
  }

  String text() {
    return one("text").replace("\r\n", "\n");
  }

  int version() {
    return number("version");
  }

  String action() {
    return one("action").replaceFirst(":.*", "");
  }

  /** What the button is about. */
  String which() {
    return one("action").replaceFirst("^[^:]*:?", "");
  }

  Saying saying() {
    return new Saying(one("title"), one("reason"), proposal(), number("revision"));
  }

  /** What was written of the change is still there when the page is shown again. */
  void keep(Model page) {
    page.addAttribute("called", one("title"));
    page.addAttribute("reason", one("reason"));
    page.addAttribute("begunAt", version());
    page.addAttribute("begunFrom", number("revision"));
  }

  /** Which part of the form the button is about; -1 where none is. */
  int number() {
    return which().matches("[0-9]{1,4}") ? Integer.parseInt(which()) : -1;
  }

  /** What was filled in at cells and rows of a table, by their ids. */
  Map<String, List<String>> cells() {
    Map<String, List<String>> cells = new TreeMap<>();
    plain()
        .forEach(
            (name, values) -> {
              if (name.startsWith("cell-")) {
                cells.put(name.substring("cell-".length()), values);
              }
            });
    return cells;
  }

  /** All that was sent, with plain ends of lines. */
  Map<String, List<String>> plain() {
    Map<String, List<String>> plain = new TreeMap<>();
    filled.forEach(
        (name, values) ->
            plain.put(name, values.stream().map(one -> one.replace("\r\n", "\n")).toList()));
    return plain;
  }

  String one(String name) {
    return Objects.requireNonNullElse(filled.getFirst(name), "");
  }

  private int number(String name) {
    return one(name).matches("[0-9]{1,9}") ? Integer.parseInt(one(name)) : 0;
  }
}
