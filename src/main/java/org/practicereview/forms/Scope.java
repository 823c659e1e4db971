package org.practicereview.forms;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whose part of a case a place in a process works on. Answers, letters and clocks of one part do
 * not mix with those of another.
 */
public final class Scope {

  private static final String AGENCY = "agency";
  private static final String ITEM = "item";
  private static final String ITEM_PREFIX = "item:";
  private static final String PARTNER = "partner";

  /** The variables of a process by which {@link #of} tells whose part it is. */
  public static final List<String> VARIABLES = List.of(ITEM, AGENCY, PARTNER);

  private Scope() {}

  /**
   * The part that the variables of a place in a process name: one thing among several of its kind
   * ({@code item}), such as one action of a plan or one complaint; one agency; one partner; or the
   * case as a whole.
   *
   * @param variables gives the value of a variable, or null
   * @return {@code item:<code>}, the agency's code, {@code partner:<code>}, or empty; what a
   *     partner says about one thing among several is {@code item:<code>:<partner>}
   */
  public static String of(Function<String, Object> variables) {
    String item = named(variables, ITEM, ITEM_PREFIX);
    String partner = named(variables, PARTNER, ":");
    return item.isEmpty() || partner.isEmpty() ? one(variables) : item + partner;
  }

  private static String one(Function<String, Object> variables) {
    return Stream.of(
            named(variables, ITEM, ITEM_PREFIX),
            named(variables, AGENCY, ""),
            named(variables, PARTNER, CaseRecords.PARTNER))
        .filter(scope -> !scope.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * The part that a letter or a clock belongs to: as {@link #of}, but what a partner does is done
   * for the case.
   */
  public static String ofWork(Function<String, Object> variables) {
    return of(name -> name.equals(PARTNER) ? null : variables.apply(name));
  }

  /** The part that one thing among several of its kind is: {@code item:action-3}. */
  public static String item(String code) {
    return ITEM_PREFIX + code;
  }

  /** What a partner says about one thing among several of its kind. */
  public static String ofPartner(String item, String partner) {
    return item + ":" + partner;
  }

  /** Whether a partner speaks here: about the case, or about one thing among several. */
  public static boolean isPartner(String scope) {
    return scope.startsWith(CaseRecords.PARTNER) || !around(scope).isEmpty();
  }

  /** The part that a part lies within: the thing about which a partner speaks; otherwise empty. */
  public static String around(String scope) {
    int end = scope.lastIndexOf(':');
    return scope.startsWith(ITEM_PREFIX) && end >= ITEM_PREFIX.length()
        ? scope.substring(0, end)
        : "";
  }

  /** A part as people read it, for example {@code action 3}; what is no item stays as it is. */
  public static String plain(String scope) {
    return scope.startsWith(ITEM_PREFIX)
        ? scope.substring(ITEM_PREFIX.length()).replaceAll("[-:]", " ")
        : scope;
  }

  private static String named(Function<String, Object> variables, String name, String prefix) {
    return variables.apply(name) instanceof String code && !code.isEmpty() ? prefix + code : "";
  }
}
