package org.practicereview.learning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.letters.OwnLink;
import org.practicereview.partnership.Partnerships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links in the letters to those who were at a briefing. A link is a random token; the table
 * holds its hash.
 */
@Component
class BriefingLinks implements OwnLink {

  private static final String LETTER = "postpublication/briefing-thanks";
  private static final String SETTING = "presentationLinkDays";
  private static final int SIX_WEEKS = 42;
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Clock clock;

  BriefingLinks(JdbcClient jdbc, CaseFiles cases, Partnerships partnerships, Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /** A link, without its token. */
  record Link(
      String hash,
      String caseReference,
      String name,
      String email,
      Instant madeAt,
      LocalDate endsOn,
      Optional<Instant> usedAt) {}

  @Override
  public boolean isIn(String template) {
    return LETTER.equals(template);
  }

  @Override
  @Transactional
  public Made make(String caseReference, String name, String address) {
    byte[] token = new byte[BYTES];
    random.nextBytes(token);
    String words = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    LocalDate until = LocalDate.now(clock).plusDays(days(caseReference));
    jdbc.sql(
            """
            insert into review.briefing_link
              (token_hash, case_reference, attendee_name, attendee_email, made_at, ends_on)
            values (?, ?, ?, ?, ?, ?)""")
        .params(hash(words), caseReference, name, address, now(), until)
        .update();
    return new Made("/briefing/" + words, until);
  }

  private int days(String caseReference) {
    String days = partnerships.get(cases.get(caseReference).partnership()).setting(SETTING).strip();
    return days.isEmpty() ? SIX_WEEKS : Integer.parseInt(days);
  }

  /** The link of a token, whether or not it still works. */
  Optional<Link> find(String token) {
    return query("where token_hash = ?", hash(token)).stream().findFirst();
  }

  /** All links of a case, in the order in which they were made. */
  List<Link> of(String caseReference) {
    return query("where case_reference = ? order by made_at, attendee_email", caseReference);
  }

  /** Remembers when it was used first. */
  void used(Link link) {
    jdbc.sql("update review.briefing_link set used_at = ? where token_hash = ? and used_at is null")
        .params(now(), link.hash())
        .update();
  }

  private List<Link> query(String which, String by) {
    return jdbc.sql("select * from review.briefing_link " + which)
        .param(by)
        .query(
            (row, number) ->
                new Link(
                    row.getString("token_hash"),
                    row.getString("case_reference"),
                    row.getString("attendee_name"),
                    row.getString("attendee_email"),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    row.getObject("ends_on", LocalDate.class),
                    Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
