package org.practicereview.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.practicereview.oversight.CaseQuery;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of the list of cases: all that was asked for stands in them, but for words that may
 * be a child's name.
 */
public final class CaseListAddress {

  /** Says that the words searched for stand in the session. */
  static final String SOUGHT = "sought";

  private final CaseQuery query;

  CaseListAddress(CaseQuery query) {
    this.query = query;
  }

  /** Whether what is searched for may be a name: a reference holds digits. */
  static boolean mayBeName(String words) {
    return !words.isEmpty() && words.chars().noneMatch(Character::isDigit);
  }

  /** Another page of the same list. */
  public String page(int page) {
    return of("/cases", query.onPage(page));
  }

  /** The same list by another column. */
  public String sortedBy(String column) {
    return of("/cases", query.sortedBy(column));
  }

  /** The same list, put together by something. */
  public String groupedBy(String group) {
    return of("/cases", query.groupedBy(group));
  }

  /** The list as it is shown. */
  public String here() {
    return of("/cases", query);
  }

  /** The same list as a file. */
  public String export(String kind) {
    return of("/cases/export." + kind, query.onPage(1));
  }

  /** How a column is sorted, for those who cannot see it. */
  public String sorting(String column) {
    return !query.sort().equals(column) ? "none" : query.descending() ? "descending" : "ascending";
  }

  /** Whether nothing is left out. */
  public boolean asksForAll() {
    return of("/cases", query.groupedBy("").sortedBy("urgency"))
        .replaceAll("[?&]order=desc", "")
        .equals("/cases");
  }

  private static String of(String path, CaseQuery query) {
    Map<String, String> asked = new LinkedHashMap<>();
    boolean mayBeName = mayBeName(query.words());
    asked.put("q", mayBeName ? "" : query.words());
    asked.put(SOUGHT, mayBeName ? "last" : "");
    asked.put("partnership", query.partnership());
    asked.put("stage", query.stage());
    asked.put("state", query.state());
    asked.put("late", query.late());
    asked.put("waits", query.waitsFor());
    asked.put("sort", query.sort().equals("urgency") ? "" : query.sort());
    asked.put("order", query.descending() ? "desc" : "");
    asked.put("group", query.group());
    asked.put("page", query.page() == 1 ? "" : String.valueOf(query.page()));
    asked.values().removeIf(String::isEmpty);
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    asked.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(asked).toUriString();
  }
}
