package org.practicereview.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.reading.OneLook;
import org.practicereview.refusals.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcCasePeople implements CasePeople {

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcCasePeople(
      JdbcClient jdbc,
      CaseFiles cases,
      Partnerships partnerships,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.partnerships = partnerships;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void name(String caseReference, String userId, String as, String agency, String by) {
    String who = words(caseReference, as, agency);
    if (!cases.get(caseReference).isOpen()) {
      throw new Refused("Case " + caseReference + " is closed");
    }
    boolean named =
        of(caseReference).stream()
            .filter(CasePerson::isNamed)
            .anyMatch(
                one ->
                    one.userId().equals(userId)
                        && one.as().equals(as)
                        && one.agency().equals(agency));
    if (named) {
      throw new Refused(userId + " is named in this case already");
    }
    jdbc.sql(
            """
            insert into review.case_person
              (id, case_reference, user_id, named_as, agency, named_at, named_by)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(UUID.randomUUID().toString(), caseReference, userId, as, agency, now(), by)
        .update();
    audit.record(caseReference, by, who + " was named in the case and can see it.");
    events.publishEvent(new NamingChanged(caseReference));
  }

  @Override
  @Transactional
  public void lastsUntil(String id, LocalDate lastDay) {
    jdbc.sql("update review.case_person set until_on = ? where id = ? and ended_at is null")
        .params(lastDay, id)
        .update();
  }

  @Override
  @Transactional
  public void end(String caseReference, String id, String by) {
    CasePerson person =
        of(caseReference).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refused("No one is named like that"));
    if (!end(person, by)) {
      throw new Refused("That has been ended already");
    }
  }

  @Override
  @Transactional
  public void endAll(String caseReference, String as, String agency, String by) {
    of(caseReference).stream()
        .filter(CasePerson::isNamed)
        .filter(one -> one.as().equals(as) && one.agency().equals(agency))
        .forEach(one -> end(one, by));
  }

  private boolean end(CasePerson person, String by) {
    int ended =
        jdbc.sql(
                """
                update review.case_person set ended_at = ?, ended_by = ?
                where id = ? and ended_at is null""")
            .params(now(), by, person.id())
            .update();
    if (ended == 1) {
      audit.record(
          person.caseReference(),
          by,
          words(person.caseReference(), person.as(), person.agency())
              + " is no longer named in the case; the sight of it ended at once.");
      events.publishEvent(new NamingChanged(person.caseReference()));
    }
    return ended == 1;
  }

  @Override
  public List<CasePerson> of(String caseReference) {
    return OneLook.at(
        "people of a case",
        caseReference,
        () ->
            jdbc.sql(
                    """
                    select * from review.case_person where case_reference = ?
                    order by named_at, user_id""")
                .param(caseReference)
                .query(this::person)
                .list());
  }

  @Override
  public List<CasePerson> named(String userId) {
    return jdbc.sql("select * from review.case_person where user_id = ? and ended_at is null")
        .param(userId)
        .query(this::person)
        .list();
  }

  private String words(String caseReference, String as, String agency) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    if (as.equals(LEAD_REVIEWER) && agency.isEmpty()) {
      return partnership.words().in("The lead reviewer");
    }
    if (as.equals(TEAM_MEMBER)) {
      return partnership.words().in("A member of the review team from ")
          + partnership.agency(agency).name();
    }
    throw new Refused("No one can be named as \"" + as + "\" in a case");
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private CasePerson person(ResultSet row, int number) throws SQLException {
    Instant ended = instant(row, "ended_at");
    LocalDate lastDay = row.getObject("until_on", LocalDate.class);
    boolean over = ended == null && lastDay != null && lastDay.isBefore(LocalDate.now(clock));
    return new CasePerson(
        row.getString("id"),
        row.getString("case_reference"),
        row.getString("user_id"),
        row.getString("named_as"),
        row.getString("agency"),
        instant(row, "named_at"),
        row.getString("named_by"),
        over ? lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant() : ended,
        row.getString("ended_by"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
