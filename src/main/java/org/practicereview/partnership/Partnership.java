package org.practicereview.partnership;

import java.util.List;
import java.util.Map;
import org.practicereview.refusals.Refused;

/**
 * The profile of a safeguarding partnership: data, never code.
 *
 * @param id kebab-case, also the tenant id in the engine
 * @param name full name, as on letters
 * @param shortName name used in running text
 * @param referencePrefix first part of its case references
 * @param guidance edition of the guidance it works to, as cited on documents
 * @param vocabulary its own words for bodies, people and documents
 * @param clocks what it changes about clocks, by rule id
 * @param options steps that it takes or leaves out
 * @param settings other values, such as who invites practitioners; empty where its sources are
 *     silent
 * @param mailboxes role mailboxes, and those of national recipients, by role id
 * @param agencies the agencies it may ask
 * @param themes its own themes of what is learned, beside the national ones
 */
public record Partnership(
    String id,
    String name,
    String shortName,
    String referencePrefix,
    String guidance,
    Map<String, String> vocabulary,
    Map<String, ClockRule> clocks,
    Map<String, Boolean> options,
    Map<String, String> settings,
    Map<String, String> mailboxes,
    List<Agency> agencies,
    List<Theme> themes) {

  public Partnership {
    vocabulary = copy(vocabulary);
    clocks = copy(clocks);
    options = copy(options);
    settings = copy(settings);
    mailboxes = copy(mailboxes);
    agencies = agencies == null ? List.of() : List.copyOf(agencies);
    themes = themes == null ? List.of() : List.copyOf(themes);
  }

  /**
   * The partnership's own word for something.
   *
   * @throws IllegalArgumentException if the profile has no such word
   */
  public String word(String key) {
    return known(vocabulary, key, "word");
  }

  /** Says the service's own texts in the words of the partnership. */
  public OwnWords words() {
    return OwnWords.of(vocabulary);
  }

  /** Whether the partnership takes an optional step; false where its profile is silent. */
  public boolean option(String key) {
    return options.getOrDefault(key, false);
  }

  /** A value the profile sets; empty where it is silent. */
  public String setting(String key) {
    return settings.getOrDefault(key, "");
  }

  /**
   * The mailbox of a role or national recipient.
   *
   * @throws IllegalArgumentException if the profile has none
   */
  public String mailbox(String roleId) {
    return known(mailboxes, roleId, "mailbox for");
  }

  /**
   * An agency by its code.
   *
   * @throws Refused if the partnership does not know it
   */
  public Agency agency(String code) {
    return agencies.stream()
        .filter(agency -> agency.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new Refused(shortName + " has no agency called \"" + code + "\" in its profile"));
  }

  /** The name of an agency; its code where the profile does not have it any more. */
  public String agencyName(String code) {
    return agencies.stream()
        .filter(agency -> agency.code().equals(code))
        .map(Agency::name)
        .findFirst()
        .orElse(code);
  }

  /** The engine group of the people of one agency. */
  public String agencyGroup(String code) {
    return id + "." + agency(code).code();
  }

  private <T> T known(Map<String, T> map, String key, String what) {
    T value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException(shortName + " has no " + what + " \"" + key + "\"");
    }
    return value;
  }

  private static <T> Map<String, T> copy(Map<String, T> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }
}
