package org.practicereview.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.partnership.RoleGroups;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcCopies implements Copies {

  private static final String CLOSED = "SEALED";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Drafts drafts;
  private final Documents documents;
  private final PdfPages pdf;
  private final AuditTrail audit;
  private final Clock clock;

  JdbcCopies(
      JdbcClient jdbc,
      CaseFiles cases,
      Partnerships partnerships,
      Drafts drafts,
      Documents documents,
      PdfPages pdf,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.partnerships = partnerships;
    this.drafts = drafts;
    this.documents = documents;
    this.pdf = pdf;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public List<ReadingCopy> give(
      String caseReference, Collection<String> holders, LocalDate until, String by) {
    Document draft =
        drafts
            .newest(caseReference)
            .orElseThrow(() -> new Refused("There is no draft of the report"));
    List<ReadingCopy> earlier = of(caseReference);
    List<ReadingCopy> given = new ArrayList<>();
    for (String holder : holders) {
      earlier.stream()
          .filter(copy -> copy.holder().equals(holder) && !copy.isRevoked())
          .forEach(copy -> close(copy.id(), by, "Replaced by a copy given later"));
      given.add(insert(caseReference, holder, draft, until, by));
    }
    if (!given.isEmpty()) {
      audit.record(
          caseReference,
          by,
          "Reading copies of draft %d were given: %d.".formatted(draft.version(), given.size()));
    }
    return given;
  }

  private ReadingCopy insert(
      String caseReference, String holder, Document draft, LocalDate until, String by) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into review.reading_copy
              (id, case_reference, holder, document_id, draft, given_by, given_at, readable_until)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id, caseReference, holder, draft.id(), draft.version(), by, now(), until)
        .update();
    return get(id);
  }

  @Override
  public List<ReadingCopy> of(String caseReference) {
    return jdbc.sql(
            """
            select * from review.reading_copy where case_reference = ?
            order by given_at desc, holder""")
        .param(caseReference)
        .query(JdbcCopies::copy)
        .list();
  }

  @Override
  public List<ReadingCopy> readableBy(
      String caseReference, Collection<String> groups, Collection<String> tenants) {
    boolean over = !cases.get(caseReference).isOpen();
    return of(caseReference).stream()
        .filter(copy -> !over && copy.isOpen(LocalDate.now(clock)) && isFor(copy, groups, tenants))
        .toList();
  }

  @Override
  public List<Reading> readings(String id) {
    return jdbc.sql(
            """
            select reader, min(read_at) as first_at, max(read_at) as last_at,
              count(distinct page) as pages
            from review.copy_reading where copy_id = ? group by reader order by first_at""")
        .param(id)
        .query(
            (row, number) ->
                new Reading(
                    row.getString("reader"),
                    instant(row, "first_at"),
                    instant(row, "last_at"),
                    row.getInt("pages")))
        .list();
  }

  @Override
  public ReadingCopy open(String id, Collection<String> groups, Collection<String> tenants) {
    ReadingCopy copy = get(id);
    if (!isFor(copy, groups, tenants)) {
      throw notThere();
    }
    if (copy.isRevoked()) {
      throw new CopyGone(
          "This copy was taken back on "
              + DAY.format(copy.revokedAt().atZone(LONDON))
              + ". It can no longer be read.");
    }
    if (copy.isExpired(LocalDate.now(clock))) {
      throw new CopyGone(
          "This copy could be read until "
              + DAY.format(copy.readableUntil())
              + ". It can no longer be read.");
    }
    if (!cases.get(copy.caseReference()).isOpen()) {
      throw new CopyGone("The case is closed. Its drafts can no longer be read.");
    }
    if (CLOSED.equals(documents.get(copy.documentId()).accessClass())) {
      throw new CopyGone("The report is closed. It can no longer be read.");
    }
    return copy;
  }

  private boolean isFor(ReadingCopy copy, Collection<String> groups, Collection<String> tenants) {
    Partnership partnership = partnerships.get(cases.get(copy.caseReference()).partnership());
    if (!tenants.contains(partnership.id())) {
      return false;
    }
    return copy.holder().startsWith(ReadingCopy.ROLE)
        ? RoleGroups.rolesIn(partnership.id(), groups)
            .contains(copy.holder().substring(ReadingCopy.ROLE.length()))
        : groups.contains(partnership.agencyGroup(copy.holder()));
  }

  @Override
  public int pages(ReadingCopy copy) {
    return pdf.count(documents.content(copy.documentId()));
  }

  @Override
  @Transactional
  public byte[] picture(ReadingCopy copy, int page, String reader) {
    byte[] picture =
        pdf.picture(
            documents.content(copy.documentId()),
            page,
            reader + " · " + MOMENT.format(clock.instant().atZone(LONDON)));
    if (readings(copy.id()).stream().noneMatch(reading -> reading.reader().equals(reader))) {
      audit.record(
          copy.caseReference(), reader, "A reading copy of draft " + copy.draft() + " was opened.");
    }
    jdbc.sql("insert into review.copy_reading (copy_id, reader, page, read_at) values (?, ?, ?, ?)")
        .params(copy.id(), reader, page, now())
        .update();
    return picture;
  }

  @Override
  public String words(ReadingCopy copy, int page) {
    List<String> words = pdf.words(documents.content(copy.documentId()));
    if (page < 1 || page > words.size()) {
      throw new NotThere("There is no page " + page);
    }
    return words.get(page - 1).strip();
  }

  @Override
  @Transactional
  public void prolong(String id, LocalDate until, String by) {
    ReadingCopy copy = get(id);
    if (until == null || until.isBefore(LocalDate.now(clock))) {
      throw new Refused("The day must not lie in the past");
    }
    int prolonged =
        jdbc.sql(
                """
                update review.reading_copy set readable_until = ?
                where id = ? and revoked_at is null and readable_until is not null""")
            .params(until, id)
            .update();
    if (prolonged == 0) {
      throw new Refused("This copy was taken back, or has no last day");
    }
    audit.record(
        copy.caseReference(),
        by,
        "A reading copy of draft %d can be read until %s."
            .formatted(copy.draft(), DAY.format(until)));
  }

  @Override
  @Transactional
  public void revoke(String id, String by, String reason) {
    ReadingCopy copy = get(id);
    if (reason == null || reason.isBlank()) {
      throw new Refused("Say why the copy is taken back");
    }
    if (!close(id, by, reason.strip())) {
      throw new Refused("This copy was taken back before");
    }
    audit.record(
        copy.caseReference(), by, "A reading copy of draft " + copy.draft() + " was taken back.");
  }

  @Override
  @Transactional
  public void revokeAll(String caseReference, String by, String reason) {
    long closed =
        of(caseReference).stream()
            .filter(copy -> !copy.isRevoked() && close(copy.id(), by, reason))
            .count();
    if (closed > 0) {
      audit.record(caseReference, by, "All reading copies were taken back: " + closed + ".");
    }
  }

  private boolean close(String id, String by, String reason) {
    return jdbc.sql(
                """
                update review.reading_copy set revoked_by = ?, revoked_at = ?, revoked_reason = ?
                where id = ? and revoked_at is null""")
            .params(by, now(), reason.length() > 500 ? reason.substring(0, 500) : reason, id)
            .update()
        == 1;
  }

  private ReadingCopy get(String id) {
    return jdbc.sql("select * from review.reading_copy where id = ?")
        .param(id)
        .query(JdbcCopies::copy)
        .optional()
        .orElseThrow(JdbcCopies::notThere);
  }

  private static NotThere notThere() {
    return new NotThere("There is no such copy");
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ReadingCopy copy(ResultSet row, int number) throws SQLException {
    return new ReadingCopy(
        row.getString("id"),
        row.getString("case_reference"),
        row.getString("holder"),
        row.getString("document_id"),
        row.getInt("draft"),
        row.getString("given_by"),
        instant(row, "given_at"),
        row.getObject("readable_until", LocalDate.class),
        row.getString("revoked_by"),
        instant(row, "revoked_at"),
        row.getString("revoked_reason"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
