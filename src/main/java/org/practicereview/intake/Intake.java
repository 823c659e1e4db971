package org.practicereview.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.ReferredChildren;
import org.practicereview.deadlines.Clocks;
import org.practicereview.files.FileInspection;
import org.practicereview.files.FileRefused;
import org.practicereview.naming.Accounts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in a spreadsheet of cases that run already: first it is checked whole and nothing is taken;
 * then all its cases begin, or none.
 */
@Service
public class Intake {

  private static final int LONGEST_NAME = 100;

  private final JdbcClient jdbc;
  private final Partnerships partnerships;
  private final Accounts accounts;
  private final CaseFiles cases;
  private final ReferredChildren children;
  private final Clocks clocks;
  private final FileInspection inspection;
  private final TakeIn takeIn;
  private final Clock clock;

  Intake(
      JdbcClient jdbc,
      Partnerships partnerships,
      Accounts accounts,
      CaseFiles cases,
      ReferredChildren children,
      Clocks clocks,
      FileInspection inspection,
      TakeIn takeIn,
      Clock clock) {
    this.jdbc = jdbc;
    this.partnerships = partnerships;
    this.accounts = accounts;
    this.cases = cases;
    this.children = children;
    this.clocks = clocks;
    this.inspection = inspection;
    this.takeIn = takeIn;
    this.clock = clock;
  }

  /** The empty spreadsheet of a partnership. */
  public byte[] template(String partnership) {
    return IntakeSheet.template(partnerships.get(partnership), LocalDate.now(clock));
  }

  private record Checked(List<RunningCase> cases, Report report) {}

  private record Kept(String partnership, String fileName, byte[] content, String uploadedBy) {}

  /**
   * Checks a spreadsheet and keeps it until its cases are taken in. What the same person sent
   * before and did not take in is forgotten.
   *
   * @throws Refused if it is no spreadsheet, or its cases were taken in before
   */
  @Transactional
  public Report check(String partnership, String fileName, byte[] content, String by) {
    try {
      inspection.mediaType(Objects.requireNonNullElse(fileName, ""), content);
    } catch (FileRefused e) {
      throw new Refused("The file " + e.getMessage(), e);
    }
    String hash = hash(content);
    refuseTakenBefore(partnership, hash);
    jdbc.sql(
            """
            delete from review.intake where taken_at is null
              and (uploaded_by = ? or uploaded_at < ?)""")
        .params(by, now().minusDays(1))
        .update();
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into review.intake
              (id, partnership, file_name, file_hash, content, uploaded_by, uploaded_at, cases)
            values (?, ?, ?, ?, ?, ?, ?, 0)""")
        .params(id, partnership, shortName(fileName), hash, content, by, now())
        .update();
    return check(id, new Kept(partnership, shortName(fileName), content, by)).report();
  }

  private void refuseTakenBefore(String partnership, String hash) {
    boolean taken =
        jdbc.sql(
                    """
                    select count(*) from review.intake
                    where partnership = ? and file_hash = ? and taken_at is not null""")
                .params(partnership, hash)
                .query(Integer.class)
                .single()
            > 0;
    if (taken) {
      throw new Refused("The cases of this file were taken in before");
    }
  }

  private Checked check(String id, Kept kept) {
    Partnership partnership = partnerships.get(kept.partnership());
    List<Finding> findings = new ArrayList<>();
    List<IntakeSheet.Row> rows = IntakeSheet.read(kept.content(), findings);
    RowCheck check =
        new RowCheck(
            partnership, accounts.reviewers(partnership), clocks, LocalDate.now(clock), findings);
    List<RunningCase> running =
        findings.isEmpty()
            ? rows.stream().map(check::of).flatMap(Optional::stream).toList()
            : List.of();
    checkKnown(partnership, running, findings);
    return new Checked(
        running,
        new Report(
            id,
            kept.fileName(),
            findings.stream()
                .sorted(Comparator.comparing(Finding::row).thenComparing(one -> !one.stops()))
                .toList(),
            running.stream()
                .map(
                    one ->
                        new Report.Line(
                            one.row(),
                            one.reference(),
                            one.stage().words(),
                            one.due(),
                            one.dueName()))
                .toList()));
  }

  /** A reference that is taken stops; a child who is known, or stands there twice, is looked at. */
  private void checkKnown(
      Partnership partnership, List<RunningCase> running, List<Finding> findings) {
    Map<String, Integer> references = new HashMap<>();
    Map<String, Integer> names = new HashMap<>();
    for (RunningCase one : running) {
      if (!one.reference().isEmpty()) {
        Integer before = references.putIfAbsent(one.reference(), one.row());
        if (before != null) {
          findings.add(stop(one, Column.REFERENCE, "Row " + before + " has the same reference."));
        } else if (cases.exists(one.reference())) {
          findings.add(stop(one, Column.REFERENCE, "There is a case with this reference."));
        }
      }
      Integer twin =
          names.putIfAbsent(
              String.join(" ", ReferredChildren.plainWords(one.child()))
                  + one.on(Column.INCIDENT).orElse(null),
              one.row());
      if (twin != null) {
        findings.add(
            look(one, Column.CHILD, "Row " + twin + " has the same child and date of incident."));
      }
      children
          .known(
              partnership.id(),
              one.child(),
              one.on(Column.BORN).orElse(null),
              one.on(Column.INCIDENT).orElse(null))
          .stream()
          .findFirst()
          .ifPresent(
              known ->
                  findings.add(
                      look(
                          one,
                          Column.CHILD,
                          "%s is about a child of the same name with the same date."
                              .formatted(known))));
    }
  }

  private static Finding stop(RunningCase one, Column column, String words) {
    return new Finding(one.row(), column.heading(), words, true);
  }

  private static Finding look(RunningCase one, Column column, String words) {
    return new Finding(one.row(), column.heading(), words, false);
  }

  /**
   * Takes the cases of a checked spreadsheet in, all or none. It is checked once more: much can
   * have happened since.
   *
   * @param partnerships where the caller may do so
   * @param looked whether they have looked at what does not stop it
   * @return the references of the new cases
   * @throws NotThere if they sent no such file, or it was forgotten
   * @throws Refused if anything is wrong with it by now; nothing is changed then
   */
  @Transactional
  public List<String> take(String id, List<String> partnerships, boolean looked, String by) {
    Kept kept =
        jdbc.sql("select * from review.intake where id = ? and taken_at is null for update")
            .param(id)
            .query(
                (row, number) ->
                    new Kept(
                        row.getString("partnership"),
                        row.getString("file_name"),
                        row.getBytes("content"),
                        row.getString("uploaded_by")))
            .optional()
            .filter(one -> one.uploadedBy().equals(by) && partnerships.contains(one.partnership()))
            .orElseThrow(() -> new NotThere("There is no such file"));
    Checked checked = check(id, kept);
    if (!checked.report().clean()) {
      throw new Refused("Something in the file is no longer right. Send it again to see what");
    }
    if (checked.report().warns() && !looked) {
      throw new Refused("Look at what was found first, and say that you did");
    }
    refuseTakenBefore(kept.partnership(), hash(kept.content()));
    String file = named(kept.fileName(), checked.cases());
    List<String> references = new ArrayList<>();
    for (RunningCase one : checked.cases()) {
      references.add(takeIn.take(one, kept.partnership(), file, by));
    }
    // The names of the children stand in the cases now, and nowhere else.
    jdbc.sql(
            """
            update review.intake set content = null, file_name = ?, taken_by = ?, taken_at = ?,
              cases = ? where id = ?""")
        .params(file, by, now(), references.size(), id)
        .update();
    return references;
  }

  /** What the trail calls the file: its name, unless a child is named in it. */
  private static String named(String fileName, List<RunningCase> cases) {
    List<String> words = ReferredChildren.plainWords(fileName);
    boolean names =
        cases.stream()
            .flatMap(one -> ReferredChildren.plainWords(one.child()).stream())
            .anyMatch(words::contains);
    return names ? "a spreadsheet" : "the spreadsheet \"" + fileName + "\"";
  }

  private static String shortName(String fileName) {
    String plain =
        Objects.requireNonNullElse(fileName, "")
            .replaceAll(".*[/\\\\]", "")
            .replaceAll("[\\p{Cntrl}\"]", "")
            .strip();
    return plain.isEmpty()
        ? "spreadsheet"
        : plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
