package org.practicereview.chronology;

import static org.practicereview.chronology.ChronologyQuestions.APPROVE_CHRONOLOGY;
import static org.practicereview.chronology.ChronologyQuestions.CHRONOLOGY_APPROVED;
import static org.practicereview.chronology.ChronologyQuestions.CHRONOLOGY_MISSING_REASONS;
import static org.practicereview.chronology.ChronologyQuestions.CHRONOLOGY_RECORDS_HELD;
import static org.practicereview.chronology.ChronologyQuestions.CHRONOLOGY_ROWS;
import static org.practicereview.chronology.ChronologyQuestions.CHRONOLOGY_SUMMARY;
import static org.practicereview.chronology.ChronologyQuestions.COMPLETE_CHRONOLOGY;
import static org.practicereview.chronology.ChronologyQuestions.RECORD_MISSING_CHRONOLOGY;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.files.VirusScanner;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chronologies of a case. Their rows are the answers that the agencies gave in their form, so
 * every version is kept; an uploaded spreadsheet is an answer that the open form begins with.
 */
@Service
public class Chronologies {

  private static final String UPLOAD = "upload-chronology";

  private final Answers answers;
  private final CaseAgencies agencies;
  private final OpenChronologies open;
  private final ChronologyImport spreadsheets;
  private final VirusScanner scanner;
  private final AuditTrail audit;
  private final Clock clock;

  Chronologies(
      Answers answers,
      CaseAgencies agencies,
      OpenChronologies open,
      ChronologyImport spreadsheets,
      VirusScanner scanner,
      AuditTrail audit,
      Clock clock) {
    this.answers = answers;
    this.agencies = agencies;
    this.open = open;
    this.spreadsheets = spreadsheets;
    this.scanner = scanner;
    this.audit = audit;
    this.clock = clock;
  }

  /** The chronology of each agency in the review, in the order the agencies were asked. */
  public List<AgencyChronology> of(String caseReference) {
    List<FormAnswers> given = answers.of(caseReference);
    return agencies.of(caseReference).stream()
        .filter(CaseAgency::isInvolved)
        .map(CaseAgency::agency)
        .map(agency -> read(agency, given))
        .toList();
  }

  private static AgencyChronology read(String agency, List<FormAnswers> given) {
    Reading reading = new Reading(agency);
    given.stream().filter(answer -> answer.scope().equals(agency)).forEach(reading::take);
    return reading.result();
  }

  /** An event, and whose chronology tells it. */
  public record MergedRow(String agency, ChronologyRow row) {}

  /**
   * The rows of several agencies, by date and time; those of one moment in the order of the
   * agencies.
   *
   * @param rows the rows to show, by agency
   */
  public static List<MergedRow> merged(Map<String, List<ChronologyRow>> rows) {
    List<MergedRow> merged = new ArrayList<>();
    rows.forEach((agency, own) -> own.forEach(row -> merged.add(new MergedRow(agency, row))));
    merged.sort(
        Comparator.comparing((MergedRow one) -> one.row().on())
            .thenComparing(one -> one.row().at()));
    return merged;
  }

  /** The agencies, of some, whose chronology is open to be written. */
  public List<String> open(String caseReference, Collection<String> of) {
    return of.stream().filter(agency -> open.writer(caseReference, agency).isPresent()).toList();
  }

  /**
   * Puts the rows of a spreadsheet into the open form of an agency's chronology, in the place of
   * those that stood there. The task stays open.
   *
   * @param content the file
   * @param by user id of someone of the agency
   * @param datesSeen whether they have seen how dates were read that could be two days
   * @return how many rows there were
   * @throws ChronologyRefused if a row cannot be taken; nothing is stored then
   * @throws DatesUnclear if dates could be two days and have not been seen; nothing is stored then
   * @throws Refused if the form is not open, or someone else is at it
   */
  @Transactional
  public int upload(
      String caseReference, String agency, byte[] content, String by, boolean datesSeen) {
    Optional<String> writer = open.writer(caseReference, agency);
    if (writer.isEmpty()) {
      throw new Refused("The chronology of this agency is not being asked for at the moment");
    }
    if (!writer.get().isEmpty() && !writer.get().equals(by)) {
      throw new Refused(
          "The chronology is being written by " + writer.get() + ", who can upload the file");
    }
    refuseHarmful(content);
    ChronologyImport.Imported imported = spreadsheets.read(content);
    if (!datesSeen && !imported.unclear().isEmpty()) {
      throw new DatesUnclear(imported.unclear());
    }
    List<ChronologyRow> rows = imported.rows();
    answers.store(
        new FormAnswers(
            caseReference,
            UPLOAD,
            "",
            "chronologyPage",
            agency,
            Map.of(
                CHRONOLOGY_ROWS.key(),
                rows.stream().map(ChronologyRow::answers).toList(),
                CHRONOLOGY_RECORDS_HELD.key(),
                true),
            by,
            clock.instant()));
    audit.record(
        caseReference,
        by,
        "A spreadsheet with %d rows was put into the chronology of %s."
            .formatted(rows.size(), agency.replace('-', ' ')));
    return rows.size();
  }

  /** Nothing of a file is read before the virus scanner has passed it. */
  private void refuseHarmful(byte[] content) {
    switch (scanner.scan(content)) {
      case INFECTED ->
          throw new ChronologyRefused(
              List.of(
                  "The virus scanner knows this file as harmful. Do not open it, and tell your IT"
                      + " support. Send a clean copy."));
      case NOT_NOW ->
          throw new ChronologyRefused(
              List.of(
                  "The virus scanner does not answer at the moment, so the file was not read. Try"
                      + " again in a few minutes, or tell the administrator."));
      default -> {
        // Clean, or scanning is off.
      }
    }
  }

  /** Takes an agency's answers one after the other, oldest first. */
  private static final class Reading {

    private final String agency;
    private AgencyChronology.State state = AgencyChronology.State.NOT_IN;
    private int version;
    private FormAnswers written;
    private List<ChronologyRow> approved = List.of();
    private List<ChronologyRow> latest = List.of();
    private String summary = "";
    private String missing = "";

    Reading(String agency) {
      this.agency = agency;
    }

    void take(FormAnswers answer) {
      // Other forms of the agency say nothing of its chronology.
      if (answer.form().equals(UPLOAD)) {
        latest = rows(answer);
        state = AgencyChronology.State.BEGUN;
      } else if (COMPLETE_CHRONOLOGY.is(answer.form())) {
        latest = rows(answer);
        written = answer;
        version++;
        state = AgencyChronology.State.WRITTEN;
      } else if (APPROVE_CHRONOLOGY.is(answer.form())) {
        approve(CHRONOLOGY_APPROVED.in(answer.values()));
      } else if (RECORD_MISSING_CHRONOLOGY.is(answer.form())) {
        missing = CHRONOLOGY_MISSING_REASONS.in(answer.values());
        state = AgencyChronology.State.MISSING;
      }
    }

    private void approve(boolean yes) {
      state = yes ? AgencyChronology.State.APPROVED : AgencyChronology.State.SENT_BACK;
      if (yes) {
        approved = latest;
        summary = written == null ? "" : CHRONOLOGY_SUMMARY.in(written.values());
        missing = "";
      }
    }

    AgencyChronology result() {
      return new AgencyChronology(
          agency,
          state,
          version,
          written == null ? null : written.at(),
          approved,
          latest,
          summary,
          missing);
    }

    private static List<ChronologyRow> rows(FormAnswers answer) {
      return CHRONOLOGY_ROWS.in(answer.values()).stream().map(ChronologyRow::stored).toList();
    }
  }
}
