package org.practicereview.modelling;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Letters among the files of a proposal. They are no part of a deployment of the engine. */
final class LetterFile {

  private static final Pattern NAME = Pattern.compile("letters/([a-z]+/[a-z][a-z0-9-]*)\\.html");
  private static final Pattern SUBJECT = Pattern.compile("<meta\\s+name=\"subject\"");

  private LetterFile() {}

  /** The name under which a letter is proposed. */
  static String name(String id) {
    return "letters/" + id + ".html";
  }

  static boolean is(String name) {
    return NAME.matcher(name).matches();
  }

  /** The letter that a file holds. */
  static String id(String name) {
    return NAME.matcher(name).replaceFirst("$1");
  }

  /** Whether a text under any name is that of a letter, and not of an HTML form. */
  static boolean isWrittenIn(String text) {
    return SUBJECT.matcher(text).find();
  }

  /** The letters of these files. */
  static Map<String, String> among(Map<String, String> files) {
    return those(files, LetterFile::is);
  }

  /** The files that are deployed in the engine. */
  static Map<String, String> without(Map<String, String> files) {
    return those(files, name -> !is(name));
  }

  private static Map<String, String> those(Map<String, String> files, Predicate<String> which) {
    Map<String, String> some = new TreeMap<>(files);
    some.keySet().removeIf(which.negate());
    return some;
  }
}
