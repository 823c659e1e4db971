package org.practicereview.intake;

import java.time.LocalDate;
import java.util.List;

/**
 * What the check of a spreadsheet came to. Nothing has been taken in.
 *
 * @param id of the file that was kept, to take its cases in
 * @param findings by row
 * @param lines what each row would become
 */
public record Report(String id, String fileName, List<Finding> findings, List<Line> lines) {

  public Report {
    findings = List.copyOf(findings);
    lines = List.copyOf(lines);
  }

  /**
   * What a row would become; names no child.
   *
   * @param reference its own, or empty
   * @param due next date of law or guidance as the service counts it, or null
   * @param dueName what is due then
   */
  public record Line(int row, String reference, String stage, LocalDate due, String dueName) {}

  /** Whether its cases can be taken in. */
  public boolean clean() {
    return !lines.isEmpty() && findings.stream().noneMatch(Finding::stops);
  }

  /** Whether there is something to look at first. */
  public boolean warns() {
    return findings.stream().anyMatch(one -> !one.stops());
  }
}
