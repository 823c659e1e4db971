package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with the text of a letter, by its lines. */
final class LetterFaults {

  static final Field TITLE = new Field("letterTitle", "Title");
  static final Field SUBJECT = new Field("letterSubject", "Subject line");

  /** What stands above the words of a letter on the page on which it is changed. */
  record Field(String id, String name) {}

  private final String file;
  private final List<Located> found = new ArrayList<>();

  private record Located(int line, Fault fault) {}

  LetterFaults(String file) {
    this.file = file;
  }

  void whole(String wrong, String remedy) {
    found.add(new Located(0, new Fault(file, "", "", wrong, remedy)));
  }

  void at(Field field, String wrong, String remedy) {
    found.add(new Located(0, new Fault(file, field.id(), field.name(), wrong, remedy)));
  }

  void line(String body, int at, String wrong, String remedy) {
    line((int) body.substring(0, at).chars().filter(one -> one == '\n').count() + 1, wrong, remedy);
  }

  void line(int line, String wrong, String remedy) {
    Fault fault = new Fault(file, "line-" + line, "Line " + line, wrong, remedy);
    if (found.stream().noneMatch(one -> one.fault().equals(fault))) {
      found.add(new Located(line, fault));
    }
  }

  List<Fault> found() {
    return found.stream()
        .sorted(Comparator.comparingInt(Located::line))
        .map(Located::fault)
        .toList();
  }
}
