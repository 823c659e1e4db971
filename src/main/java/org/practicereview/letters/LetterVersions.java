package org.practicereview.letters;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.practicereview.forms.Approvable;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.Difference;
import org.springframework.stereotype.Component;

/**
 * The letters of a template that wait for approval, as something that is approved: each rewording
 * of any of them is another version.
 */
@Component
class LetterVersions implements Approvable {

  private final LetterRows rows;

  LetterVersions(LetterRows rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return "letter";
  }

  @Override
  public Version now(String caseReference, String scope, String which) {
    List<Letter> open = open(caseReference, scope, which);
    rows.keep(open.stream().map(Letter::id).toList());
    open = open(caseReference, scope, which);
    if (open.isEmpty()) {
      return new Version("0", "No letter is waiting");
    }
    String token =
        open.stream()
            .map(letter -> letter.id() + "@" + letter.version())
            .collect(Collectors.joining(","));
    Letter latest = open.get(0);
    Instant at = rows.editedAt(latest);
    for (Letter letter : open) {
      if (rows.editedAt(letter).isAfter(at)) {
        latest = letter;
        at = rows.editedAt(letter);
      }
    }
    String words =
        open.size() == 1
            ? "Version %d, by %s, %s"
                .formatted(latest.version(), latest.editedBy(), Version.moment(at))
            : "%d letters, last worded by %s, %s"
                .formatted(open.size(), latest.editedBy(), Version.moment(at));
    return new Version(token, words);
  }

  @Override
  public String changed(String caseReference, String scope, String which, String seen) {
    Map<String, String> then = new TreeMap<>();
    Arrays.stream(seen.split(","))
        .map(one -> one.split("@", 2))
        .filter(one -> one.length == 2 && one[1].matches("[0-9]{1,6}"))
        .forEach(one -> then.put(one[0], one[1]));
    return open(caseReference, scope, which).stream()
        .filter(letter -> !String.valueOf(letter.version()).equals(then.get(letter.id())))
        .map(letter -> changed(letter, then.get(letter.id())))
        .collect(Collectors.joining());
  }

  private String changed(Letter letter, String then) {
    String to = "In the letter to " + letter.recipientRole() + ": ";
    return then == null
        ? "The letter to " + letter.recipientRole() + " is new. "
        : to
            + Difference.of(
                LetterText.editable(rows.body(letter.id(), Integer.parseInt(then))),
                LetterText.editable(rows.body(letter.id())));
  }

  /** What a partner does is done for the case, so its letters belong to no partner. */
  private List<Letter> open(String caseReference, String scope, String template) {
    return rows.open(
        new LettersOf(caseReference, template, scope.startsWith(CaseRecords.PARTNER) ? "" : scope));
  }
}
