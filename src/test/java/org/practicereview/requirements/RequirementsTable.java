package org.practicereview.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the table of requirements and says where it falls short. */
final class RequirementsTable {

  private static final int FACTS = 164;
  private static final int DIFFERENCES = 31;
  private static final Pattern ROW = Pattern.compile("^\\| ([RD]-\\w+) \\| (.*) \\| (.*) \\|$");
  private static final Pattern NAMED = Pattern.compile("(\\w+) `([^`]*)`");
  private static final Pattern LEFT_OUT = Pattern.compile("Left out: \\S.{20,}");
  private static final Pattern PARTLY = Pattern.compile("\\. Partly: (.*)$");
  private static final int SHORTEST_REASON = 20;

  private final NamedThings things = new NamedThings();

  /** Everything that is missing, there twice, or named and not there; empty when all is well. */
  List<String> findings(String page) {
    Map<String, Integer> seen = new TreeMap<>();
    List<String> findings = new ArrayList<>();
    for (Row row : rows(page)) {
      seen.merge(row.id(), 1, Integer::sum);
      check(row, findings);
    }
    for (String id : ids()) {
      int times = seen.getOrDefault(id, 0);
      if (times != 1) {
        findings.add(id + (times == 0 ? " is missing" : " is there " + times + " times"));
      }
      seen.remove(id);
    }
    seen.keySet().forEach(id -> findings.add(id + " is no requirement"));
    return findings;
  }

  /** A number, what it asks for, and what the page says honours it. */
  record Row(String id, String asked, String honoured) {

    boolean isLeftOut() {
      return honoured.startsWith("Left out");
    }
  }

  static List<Row> rows(String page) {
    return page.lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
        .toList();
  }

  /** Every number that the page must have. */
  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (int number = 1; number <= FACTS; number++) {
      ids.add("R-%03d".formatted(number));
    }
    for (int number = 1; number <= DIFFERENCES; number++) {
      ids.add("D-%02d".formatted(number));
    }
    return ids;
  }

  private void check(Row row, List<String> findings) {
    String id = row.id();
    if (row.asked().isBlank()) {
      findings.add(id + " does not say what is asked for");
    }
    if (row.isLeftOut()) {
      if (!LEFT_OUT.matcher(row.honoured()).matches()) {
        findings.add(id + " is left out without a reason");
      }
      return;
    }
    Matcher partly = PARTLY.matcher(row.honoured());
    if (partly.find() && partly.group(1).length() < SHORTEST_REASON) {
      findings.add(id + " does not say which part is not kept");
    }
    checkNames(id, partly.replaceFirst(""), findings);
  }

  private void checkNames(String id, String honoured, List<String> findings) {
    Matcher named = NAMED.matcher(honoured);
    int names = 0;
    while (named.find()) {
      names++;
      if (!NamedThings.KINDS.contains(named.group(1))) {
        findings.add(id + " names a " + named.group(1) + ", which is no kind of thing");
      } else if (!things.exist(named.group(1), named.group(2))) {
        findings.add(
            id + " names the " + named.group(1) + " " + named.group(2) + ", which does not exist");
      }
    }
    if (names == 0 || !NAMED.matcher(honoured).replaceAll("").matches("[, ]*")) {
      findings.add(id + " does not name what honours it");
    }
  }
}
