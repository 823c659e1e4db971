package org.practicereview.letters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.practicereview.outbox.MailText;

/**
 * Everyone whom the rows of a fact name: {@code rows:familyContacts}. What a column means, the end
 * of its name says: {@code …Id} a short code, {@code …Name}, {@code …Email}, {@code …Address} where
 * the post goes, {@code …Adult} who gets it there for a child, and {@code …WriteTo}, without which
 * everyone is written to. {@code all-rows:familyContacts:familyNotTold} means everyone of the rows,
 * whatever that column says, but those whose codes the second fact lists; {@code
 * chosen-rows:childContacts:childrenTold} only those. {@code agencies-of:followUpReplies} means the
 * agencies of those rows, by the column {@code …Agency}; of a fact that is no list, the agency
 * whose code it is.
 */
final class RowRecipients {

  static final String PREFIX = "rows:";
  static final String ALL = "all-rows:";
  static final String CHOSEN = "chosen-rows:";
  static final String AGENCIES = "agencies-of:";

  private RowRecipients() {}

  static Stream<Recipient> of(String kind, Map<String, Object> facts) {
    String fact = kind.substring(PREFIX.length());
    if (!(facts.get(fact) instanceof List<?> rows)) {
      return Stream.empty();
    }
    return IntStream.range(0, rows.size())
        .filter(index -> rows.get(index) instanceof Map<?, ?> row && isWrittenTo(row))
        .mapToObj(index -> recipient(kind, fact, index, row(rows.get(index))));
  }

  /** Everyone of the rows but those whose codes another fact lists. */
  static Stream<Recipient> all(String kind, Map<String, Object> facts) {
    String[] names = kind.substring(ALL.length()).split(":");
    List<String> left = names.length > 1 ? codes(facts.get(names[1])) : List.of();
    return everyone(names[0], facts).filter(recipient -> !left.contains(recipient.code()));
  }

  /** Those of the rows whose codes another fact lists. */
  static Stream<Recipient> chosen(String kind, Map<String, Object> facts) {
    String[] names = kind.substring(CHOSEN.length()).split(":");
    List<String> chosen = codes(facts.get(names[1]));
    return everyone(names[0], facts).filter(recipient -> chosen.contains(recipient.code()));
  }

  /** The fact whose rows a kind names, of whichever of these three kinds it is. */
  static String fact(String kind) {
    return kind.split(":")[1];
  }

  private static List<String> codes(Object fact) {
    return fact instanceof List<?> codes ? codes.stream().map(String::valueOf).toList() : List.of();
  }

  private static Stream<Recipient> everyone(String fact, Map<String, Object> facts) {
    if (!(facts.get(fact) instanceof List<?> rows)) {
      return Stream.empty();
    }
    return IntStream.range(0, rows.size())
        .filter(index -> rows.get(index) instanceof Map<?, ?>)
        .mapToObj(index -> recipient(PREFIX + fact, fact, index, row(rows.get(index))));
  }

  /** The codes of the agencies that a fact names, each with the first row that names it. */
  static Map<String, Map<String, Object>> agencies(String kind, Map<String, Object> facts) {
    Object fact = facts.get(kind.substring(AGENCIES.length()));
    if (!(fact instanceof List<?> rows)) {
      return fact == null ? Map.of() : Map.of(fact.toString(), Map.of());
    }
    Map<String, Map<String, Object>> named = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row instanceof Map<?, ?> cells && isWrittenTo(cells))
        .forEach(
            row ->
                cell((Map<?, ?>) row, "Agency")
                    .ifPresent(agency -> named.putIfAbsent(agency, row(row))));
    return named;
  }

  private static Recipient recipient(String kind, String fact, int index, Map<String, Object> row) {
    String code = cell(row, "Id").orElse(String.valueOf(index + 1));
    // By role only: a name in the register of letters would be one too many.
    String role = one(fact) + " " + code;
    String name = cell(row, "Name").orElse(role);
    Optional<String> email = cell(row, "Email").filter(MailText::isAddress);
    return new Recipient(
        kind,
        code,
        name,
        role,
        email,
        cell(row, "Address")
            .filter(address -> email.isEmpty())
            .map(address -> cell(row, "Adult").orElse(name) + "\n" + address),
        row);
  }

  private static boolean isWrittenTo(Map<?, ?> row) {
    return cell(row, "WriteTo").map(said -> List.of("yes", "true").contains(said)).orElse(true);
  }

  private static Optional<String> cell(Map<?, ?> row, String ending) {
    return row.entrySet().stream()
        .filter(cell -> String.valueOf(cell.getKey()).endsWith(ending))
        .filter(cell -> cell.getValue() != null)
        .map(cell -> String.valueOf(cell.getValue()).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> row(Object row) {
    return (Map<String, Object>) row;
  }

  /** {@code familyContacts} as {@code Family contact}. */
  private static String one(String fact) {
    String words = fact.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.UK);
    String single = words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
    return single.substring(0, 1).toUpperCase(Locale.UK) + single.substring(1);
  }
}
