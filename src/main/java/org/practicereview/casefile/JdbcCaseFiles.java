package org.practicereview.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.practicereview.audit.AuditTrail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.reading.OneLook;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcCaseFiles implements CaseFiles {

  private final JdbcClient jdbc;
  private final Partnerships partnerships;
  private final AuditTrail audit;
  private final Clock clock;

  JdbcCaseFiles(JdbcClient jdbc, Partnerships partnerships, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.partnerships = partnerships;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public CaseFile open(String partnershipId, String by) {
    Partnership partnership = partnerships.get(partnershipId);
    String reference = nextReference(partnership);
    while (exists(reference)) {
      // A case that ran before this service was taken in under it.
      reference = nextReference(partnership);
    }
    return openCase(reference, partnership, by);
  }

  @Override
  @Transactional
  public CaseFile openAs(String reference, String partnershipId, String by) {
    return openCase(reference, partnerships.get(partnershipId), by);
  }

  @Override
  @Transactional
  public CaseFile openForNationalReview(String reference, String partnershipId, String by) {
    Partnership partnership = partnerships.get(partnershipId);
    insert(reference, partnership, CaseFile.NATIONAL_REVIEW, by);
    audit.record(
        reference, by, "The national review was opened for " + partnership.name() + " to answer.");
    return get(reference);
  }

  private CaseFile openCase(String reference, Partnership partnership, String by) {
    insert(reference, partnership, CaseFile.CASE, by);
    audit.record(reference, by, "The case was opened for " + partnership.name() + ".");
    return get(reference);
  }

  private void insert(String reference, Partnership partnership, String kind, String by) {
    jdbc.sql(
            """
            insert into review.case_file
              (reference, partnership, partnership_name, guidance, state, opened_at, opened_by,
               kind)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            reference,
            partnership.id(),
            partnership.name(),
            partnership.guidance(),
            CaseFile.OPEN,
            now(),
            by,
            kind)
        .update();
  }

  private String nextReference(Partnership partnership) {
    int year = LocalDate.now(clock).getYear();
    if (!counted(partnership, year)) {
      begin(partnership, year);
      counted(partnership, year);
    }
    int number =
        jdbc.sql(
                """
                select last_number from review.case_number
                where partnership = ? and opened_in = ?""")
            .params(partnership.id(), year)
            .query(Integer.class)
            .single();
    return "%s-%d-%04d".formatted(partnership.referencePrefix(), year, number);
  }

  private boolean counted(Partnership partnership, int year) {
    return jdbc.sql(
                """
                update review.case_number set last_number = last_number + 1
                where partnership = ? and opened_in = ?""")
            .params(partnership.id(), year)
            .update()
        == 1;
  }

  /**
   * Begins to count, of those who are the first of a year at once only one. They wait at a row that
   * is always there: a row that another transaction is inserting cannot be waited for.
   */
  private void begin(Partnership partnership, int year) {
    jdbc.sql("select last_number from review.case_number where partnership = '' for update")
        .query(Integer.class)
        .single();
    jdbc.sql(
            """
            insert into review.case_number (partnership, opened_in, last_number)
            select cast(? as varchar(60)), cast(? as integer), 0 from review.case_number
            where partnership = '' and not exists (
              select 1 from review.case_number where partnership = ? and opened_in = ?)""")
        .params(partnership.id(), year, partnership.id(), year)
        .update();
  }

  @Override
  public CaseFile get(String reference) {
    return find(reference).orElseThrow(() -> new UnknownCase(reference));
  }

  @Override
  public boolean exists(String reference) {
    return read(reference).isPresent();
  }

  private Optional<CaseFile> find(String reference) {
    return OneLook.at("case file", reference, () -> read(reference));
  }

  private Optional<CaseFile> read(String reference) {
    return jdbc.sql("select * from review.case_file where reference = ?")
        .param(reference)
        .query(JdbcCaseFiles::caseFile)
        .optional();
  }

  @Override
  public List<CaseFile> of(String partnership) {
    return jdbc.sql(
            """
            select * from review.case_file where partnership = ?
            order by opened_at desc, reference desc""")
        .param(partnership)
        .query(JdbcCaseFiles::caseFile)
        .list();
  }

  @Override
  @Transactional
  public void close(String reference, String outcome, String by) {
    int closed =
        jdbc.sql(
                """
                update review.case_file set state = ?, outcome = ?, closed_at = ?
                where reference = ? and state = ?""")
            .params(CaseFile.CLOSED, outcome, now(), reference, CaseFile.OPEN)
            .update();
    if (closed == 1) {
      audit.record(reference, by, "The case was closed: " + outcome.replace('-', ' ') + ".");
    }
  }

  @Override
  @Transactional
  public void reopen(String reference, String reason, String by) {
    if (reason == null || reason.isBlank()) {
      throw new Refused("Say which new facts make it necessary to reopen the case");
    }
    CaseFile caseFile = get(reference);
    if (caseFile.isOpen()) {
      throw new Refused("Case " + reference + " is open already");
    }
    jdbc.sql(
            """
            update review.case_file set state = ?, outcome = null, closed_at = null
            where reference = ?""")
        .params(CaseFile.OPEN, reference)
        .update();
    // The reason may name people, so it is kept with the answers and not in the trail.
    audit.record(reference, by, "The case was reopened on new facts.");
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static CaseFile caseFile(ResultSet row, int number) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new CaseFile(
        row.getString("reference"),
        row.getString("partnership"),
        row.getString("partnership_name"),
        row.getString("guidance"),
        row.getString("state"),
        row.getString("outcome"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        closed == null ? null : closed.toInstant(),
        row.getString("kind"));
  }
}
