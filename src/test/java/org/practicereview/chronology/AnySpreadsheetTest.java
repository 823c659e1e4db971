package org.practicereview.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Any spreadsheet")
class AnySpreadsheetTest {

  private static final String HEADINGS =
      "Date,Source record,Type of contact,Who was involved or seen,Was the child seen?,What happened";

  private final ChronologyImport spreadsheets =
      new ChronologyImport(
          Clock.fixed(Instant.parse("2026-05-11T09:00:00Z"), ZoneId.of("Europe/London")));

  @Property(tries = 60)
  @Label("comes back from a download as it was, and lets no formula into a spreadsheet")
  void roundTrip(@ForAll("rows") List<ChronologyRow> rows) {
    assertThat(spreadsheets.read(ChronologySheets.csv(rows)).rows()).isEqualTo(rows);
    assertThat(spreadsheets.read(ChronologySheets.workbook(rows)).rows()).isEqualTo(rows);
    for (byte[] file : List.of(ChronologySheets.csv(rows), ChronologySheets.workbook(rows))) {
      assertThat(SheetReader.read(file).lines())
          .flatExtracting(Sheet.Line::cells)
          .noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r-].*"));
    }
  }

  @Property(tries = 300)
  @Label("is taken or refused in words, whatever bytes it holds")
  void anything(@ForAll byte[] bytes, @ForAll boolean headed) {
    byte[] file =
        headed
            ? (HEADINGS + "\n" + new String(bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.UTF_8)
            : bytes;
    try {
      assertThat(spreadsheets.read(file).rows()).isNotEmpty();
    } catch (ChronologyRefused e) {
      assertThat(e.problems()).isNotEmpty().allSatisfy(one -> assertThat(one).isNotBlank());
    }
  }

  @Property(tries = 100)
  @Label("is taken or refused in words, wherever a workbook is damaged")
  void damaged(@ForAll int at, @ForAll byte value) {
    byte[] file = ChronologySheets.workbook(List.of(ChronologyImportTest.EVENT));
    file[Math.floorMod(at, file.length)] = value;
    try {
      assertThat(spreadsheets.read(file).rows()).hasSize(1);
    } catch (ChronologyRefused e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<List<ChronologyRow>> rows() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("=+-@'\",;\n abcé1/<&\u0001")
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(one -> one.replace("\u0001", "").strip())
            .map(one -> one.isEmpty() ? "x" : one);
    Arbitrary<LocalDate> day =
        Arbitraries.longs()
            .between(LocalDate.of(1990, 1, 1).toEpochDay(), LocalDate.of(2026, 5, 1).toEpochDay())
            .map(LocalDate::ofEpochDay);
    Arbitrary<String> seen = Arbitraries.of("yes", "no", "not-recorded");
    Arbitrary<ChronologyRow> row =
        Combinators.combine(day, seen, text.list().ofSize(11))
            .as(
                (on, child, words) -> {
                  Map<Column, String> cells = new EnumMap<>(Column.class);
                  int next = 0;
                  for (Column column : Column.values()) {
                    switch (column) {
                      case DATE -> cells.put(column, on.toString());
                      case CHILD_SEEN -> cells.put(column, child);
                      default -> cells.put(column, words.get(next++));
                    }
                  }
                  return new ChronologyRow(cells);
                });
    return row.list().ofMinSize(1).ofMaxSize(8);
  }
}
