package org.practicereview.casefile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.reading.OneLook;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcDocuments implements Documents, UploadedDocuments {

  private static final String COLUMNS =
      """
      select d.id, d.case_reference, d.kind, d.name, d.media_type, d.size_in_bytes, d.sha256,
        case when s.document_id is not null then 'SEALED'
          when d.check_state in ('WAITING', 'INFECTED') then d.check_state
          else d.access_class end as access_class,
        d.scope, d.version, d.stored_by, d.stored_at
      from review.document d left join review.sealed_document s on s.document_id = d.id\s""";

  private final JdbcClient jdbc;
  private final Seals seals;
  private final Clock clock;

  JdbcDocuments(JdbcClient jdbc, Seals seals, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Document store(NewDocument document) {
    return store(document, FileCheck.CLEAR);
  }

  @Override
  @Transactional
  public Document store(NewDocument document, FileCheck state) {
    check(document);
    String id = UUID.randomUUID().toString();
    int version =
        1
            + jdbc.sql(
                    """
                    select count(*) from review.document
                    where case_reference = ? and kind = ? and scope = ?""")
                .params(document.caseReference(), document.kind(), document.scope())
                .query(Integer.class)
                .single();
    jdbc.sql(
            """
            insert into review.document
              (id, case_reference, kind, name, media_type, size_in_bytes, sha256, access_class,
               scope, version, stored_by, stored_at, content, check_state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            id,
            document.caseReference(),
            document.kind(),
            plainName(document.name()),
            document.mediaType(),
            document.content().length,
            sha256(document.content()),
            document.accessClass(),
            document.scope(),
            version,
            document.by(),
            clock.instant().atOffset(ZoneOffset.UTC),
            document.content(),
            state.name())
        .update();
    seals.stored(get(id));
    return get(id);
  }

  private static void check(NewDocument document) {
    if (document.content() == null || document.content().length == 0) {
      throw new Refused("The file is empty");
    }
    if (document.content().length > LARGEST) {
      throw new Refused("The file is larger than 25 MB");
    }
    if (document.name() == null || document.name().isBlank()) {
      throw new Refused("The file has no name");
    }
  }

  /** A name to show and to save by: no folders, no control characters, no override of direction. */
  private static String plainName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}:\"*?<>|]", "").strip();
    String kept = plain.isEmpty() ? "file" : plain;
    return kept.length() > 200 ? kept.substring(kept.length() - 200) : kept;
  }

  @Override
  public Document get(String id) {
    return found(
        jdbc.sql(COLUMNS + "where d.id = ?").param(id).query(JdbcDocuments::document).optional());
  }

  @Override
  public byte[] content(String id) {
    switch (get(id).accessClass()) {
      case "SEALED" -> throw new SealedReport();
      case Document.WAITING -> throw FileClosed.waiting();
      case Document.INFECTED -> throw FileClosed.infected();
      default -> {
        // Who may have it is for the caller to know.
      }
    }
    return found(
        jdbc.sql("select content from review.document where id = ?")
            .param(id)
            .query((row, number) -> row.getBytes("content"))
            .optional());
  }

  @Override
  public List<Document> of(String caseReference) {
    return OneLook.at(
        "documents of a case",
        caseReference,
        () ->
            jdbc.sql(COLUMNS + "where d.case_reference = ? order by d.stored_at, d.version")
                .param(caseReference)
                .query(JdbcDocuments::document)
                .list());
  }

  private static <T> T found(Optional<T> document) {
    return document.orElseThrow(() -> new NotThere("There is no such document"));
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    return new Document(
        row.getString("id"),
        row.getString("case_reference"),
        row.getString("kind"),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size_in_bytes"),
        row.getString("sha256"),
        row.getString("access_class"),
        row.getString("scope"),
        row.getInt("version"),
        row.getString("stored_by"),
        row.getObject("stored_at", OffsetDateTime.class).toInstant());
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
