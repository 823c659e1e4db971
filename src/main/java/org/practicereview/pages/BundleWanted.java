package org.practicereview.pages;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.practicereview.bundle.Part;
import org.practicereview.bundle.Purpose;
import org.practicereview.bundle.RemovalReason;
import org.practicereview.bundle.Removals;
import org.practicereview.refusals.Refused;
import org.springframework.util.MultiValueMap;

/**
 * What someone chose for a bundle, as it was typed.
 *
 * @param parts codes of the parts
 * @param files ids of the documents and letters
 * @param leaveOut pages to leave out, as typed, by id of the document
 * @param names known names to be removed
 * @param own other words to be removed, one a line
 * @param why code of the reason for removal
 * @param picturesSeen whether pages that cannot be searched were looked at
 * @param noneToRemove whether it was said that no name has to be removed
 */
public record BundleWanted(
    String purpose,
    String recipient,
    String reason,
    List<String> parts,
    List<String> files,
    Map<String, String> leaveOut,
    List<String> names,
    String own,
    String why,
    boolean picturesSeen,
    boolean noneToRemove) {

  private static final int LONGEST_RECIPIENT = 200;
  private static final int LONGEST_REASON = 1000;
  private static final int SHORTEST_WORD = 2;
  private static final int LONGEST_WORD = 100;
  private static final int MOST_WORDS = 200;
  private static final int HIGHEST_PAGE = 9999;
  private static final String LEAVE_OUT = "leave-out-";

  /** What stands on every page of a bundle and cannot be taken out of it. */
  private static final String ON_EVERY_PAGE = "Case, for, Page of, OFFICIAL-SENSITIVE, removed, ";

  /** What is chosen when the page opens. */
  static BundleWanted nothing() {
    return new BundleWanted(
        "", "", "", List.of(), List.of(), Map.of(), List.of(), "", "OTHER_PERSON", false, false);
  }

  /** What was sent. */
  static BundleWanted of(MultiValueMap<String, String> sent) {
    Map<String, String> leaveOut = new LinkedHashMap<>();
    sent.forEach(
        (name, values) -> {
          if (name.startsWith(LEAVE_OUT) && !values.get(0).isBlank()) {
            leaveOut.put(name.substring(LEAVE_OUT.length()), values.get(0).strip());
          }
        });
    return new BundleWanted(
        one(sent, "purpose"),
        one(sent, "recipient"),
        one(sent, "reason"),
        sent.getOrDefault("parts", List.of()),
        sent.getOrDefault("files", List.of()),
        leaveOut,
        sent.getOrDefault("names", List.of()),
        one(sent, "own"),
        one(sent, "why"),
        sent.containsKey("picturesSeen"),
        sent.containsKey("noneToRemove"));
  }

  private static String one(MultiValueMap<String, String> sent, String name) {
    String value = sent.getFirst(name);
    return value == null ? "" : value.strip();
  }

  Purpose chosenPurpose() {
    return chosen(Purpose.values(), purpose, "Choose what the bundle is for");
  }

  RemovalReason chosenWhy() {
    return chosen(RemovalReason.values(), why, "Choose why something is removed");
  }

  List<Part> chosenParts() {
    return Stream.of(Part.values()).filter(part -> parts.contains(part.name())).toList();
  }

  private static <T extends Enum<T>> T chosen(T[] all, String code, String refusal) {
    return Stream.of(all)
        .filter(one -> one.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refused(refusal));
  }

  /** The words that the maker typed, each once. */
  List<String> ownWords() {
    return own.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }

  Removals removals() {
    return new Removals(Stream.concat(names.stream(), ownWords().stream()).toList());
  }

  /**
   * Checks what was chosen, as far as it can be seen before the bundle is made.
   *
   * @param known names that the case file knows
   * @throws Refused if something is missing or makes no sense
   */
  void check(Collection<String> known) {
    Purpose purposeChosen = chosenPurpose();
    length(recipient, LONGEST_RECIPIENT, "Enter who gets the bundle", "Who gets the bundle");
    length(reason, LONGEST_REASON, "Enter why the bundle is made", "Why the bundle is made");
    if (chosenParts().isEmpty() && files.isEmpty()) {
      throw new Refused("Choose at least one part of the case, or one document");
    }
    if (ownWords().size() > MOST_WORDS) {
      throw new Refused("Enter up to 200 other words to remove");
    }
    ownWords().forEach(BundleWanted::checkWord);
    if (!known.containsAll(names)) {
      throw new Refused("The names in the case file have changed. Choose again what is removed");
    }
    chosenWhy();
    if (purposeChosen == Purpose.SUBJECT_ACCESS && removals().isEmpty() && !noneToRemove) {
      throw new Refused(
          "Choose the names of other people to remove, or confirm that none has to be removed");
    }
    if (noneToRemove && !removals().isEmpty()) {
      throw new Refused(
          "You confirmed that nothing has to be removed, and chose words to remove. Do one of the"
              + " two");
    }
    leaveOut.values().forEach(BundleWanted::pages);
  }

  private static void length(String text, int longest, String missing, String what) {
    if (text.isEmpty()) {
      throw new Refused(missing);
    }
    if (text.length() > longest) {
      throw new Refused("%s can have up to %,d characters".formatted(what, longest));
    }
  }

  private static void checkWord(String word) {
    if (word.length() < SHORTEST_WORD || word.length() > LONGEST_WORD) {
      throw new Refused(
          "Each line to remove must have 2 to 100 characters: “%s”"
              .formatted(word.substring(0, Math.min(word.length(), LONGEST_WORD))));
    }
    Removals only = new Removals(List.of(word));
    boolean everywhere =
        !only.found(ON_EVERY_PAGE).isEmpty()
            || Stream.of(RemovalReason.values()).anyMatch(one -> !only.found(one.mark()).isEmpty())
            || Stream.of(Purpose.values()).anyMatch(one -> !only.found(one.within()).isEmpty());
    if (only.isEmpty() || everywhere) {
      throw new Refused(
          "“%s” cannot be removed: the service writes it on pages itself".formatted(word));
    }
  }

  /** The pages of a document to leave out. */
  Set<Integer> leftOut(String documentId) {
    return pages(leaveOut.getOrDefault(documentId, ""));
  }

  /** Pages as people write them: {@code 3, 5-7}. */
  static Set<Integer> pages(String written) {
    Set<Integer> pages = new TreeSet<>();
    for (String piece : written.split("[,;]")) {
      String[] ends = piece.strip().split("\\s*(?:-|–|\\bto\\b)\\s*", 2);
      if (piece.isBlank()) {
        continue;
      }
      int from = page(ends[0], written);
      int until = ends.length == 1 ? from : page(ends[1], written);
      if (until < from) {
        throw unclear(written);
      }
      for (int page = from; page <= until; page++) {
        pages.add(page);
      }
    }
    return pages;
  }

  private static int page(String written, String whole) {
    if (!written.matches("[1-9]\\d{0,3}") || Integer.parseInt(written) > HIGHEST_PAGE) {
      throw unclear(whole);
    }
    return Integer.parseInt(written);
  }

  private static Refused unclear(String written) {
    return new Refused("Write pages to leave out like “3, 5-7”, not “%s”".formatted(written));
  }
}
