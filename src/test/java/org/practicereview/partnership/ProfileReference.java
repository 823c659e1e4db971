package org.practicereview.partnership;

import java.util.stream.Collectors;
import org.practicereview.partnership.ProfileKeys.Section;

/** The tables of keys in {@code docs/profiles.md}. */
final class ProfileReference {

  /** Everything from this line on is made from {@code profile-keys.yaml}. */
  static final String START =
      "<!-- From here on generated: mvn test -Dtest=ProfileReferenceTest -Ddocs.write=true -->\n";

  private ProfileReference() {}

  static String tables() {
    return START
        + ProfileKeys.sections().stream()
            .map(ProfileReference::table)
            .collect(Collectors.joining("\n", "\n## All keys\n\n", ""));
  }

  private static String table(Section section) {
    boolean top = section.section().equals(ProfileKeys.TOP);
    return "### "
        + (top ? "The left edge" : "`" + section.section() + "`")
        + "\n\n"
        + section.meaning()
        + "\n\n| Key | Kind | Meaning | Where left out | Source |\n|---|---|---|---|---|\n"
        + section.keys().stream().map(ProfileReference::row).collect(Collectors.joining());
  }

  private static String row(Key key) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            key.key(),
            key.kindInWords(),
            key.meaning(),
            key.isRequired() ? "must be there" : key.otherwise(),
            key.source());
  }
}
