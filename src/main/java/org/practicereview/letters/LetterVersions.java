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
import org.practicereview.forms.PeopleNames;
import org.springframework.stereotype.Component;

/**
 * The letters of a template that wait for approval, as something that is approved: each rewording
 * of any of them is another version.
 */
@Component
class LetterVersions implements Approvable {

  private final LetterRows rows;
  private final PeopleNames names;

  LetterVersions(LetterRows rows, PeopleNames names) {
    this.rows = rows;
    this.names = names;
  }

  @Override
  public String name() {
    return "letter";
  }

  @Override
  public Version now(Subject subject) {
    List<Letter> open = open(subject);
    rows.keep(open.stream().map(Letter::id).toList());
    open = open(subject);
    if (open.isEmpty()) {
      return new Version("0", "No letter is waiting");
    }
    String token =
        open.stream()
            .map(letter -> letter.id() + "@" + letter.version())
            .collect(Collectors.joining(","));
    Letter latest = open.get(0);
    Instant at = rows.editedAt(latest);
    for (Letter letter : open.subList(1, open.size())) {
      Instant edited = rows.editedAt(letter);
      if (edited.isAfter(at)) {
        latest = letter;
        at = edited;
      }
    }
    String words =
        open.size() == 1
            ? "Version %d, by %s, %s"
                .formatted(latest.version(), names.of(latest.editedBy()), Version.moment(at))
            : "%d letters, last worded by %s, %s"
                .formatted(open.size(), names.of(latest.editedBy()), Version.moment(at));
    return new Version(token, words);
  }

  @Override
  public String changed(Subject subject, String seen) {
    Map<String, String> then = new TreeMap<>();
    Arrays.stream(seen.split(","))
        .map(one -> one.split("@", 2))
        .filter(one -> one.length == 2 && one[1].matches("[0-9]{1,6}"))
        .forEach(one -> then.put(one[0], one[1]));
    return open(subject).stream()
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
  private List<Letter> open(Subject subject) {
    return rows.open(
        new LettersOf(
            subject.caseReference(),
            subject.which(),
            subject.scope().startsWith(CaseRecords.PARTNER) ? "" : subject.scope()));
  }
}
