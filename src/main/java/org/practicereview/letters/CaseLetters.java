package org.practicereview.letters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CaseLetters implements Letters {

  private static final int LONGEST_TEXT = 100_000;

  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final LetterTemplates templates;
  private final LetterValues values;
  private final Recipients recipients;
  private final TemplateText text;
  private final LetterRows rows;
  private final LetterDispatch dispatch;
  private final Documents documents;
  private final SealedLetters sealed;
  private final AuditTrail audit;

  CaseLetters(
      CaseFiles cases,
      Partnerships partnerships,
      LetterTemplates templates,
      LetterValues values,
      Recipients recipients,
      TemplateText text,
      LetterRows rows,
      LetterDispatch dispatch,
      Documents documents,
      SealedLetters sealed,
      AuditTrail audit) {
    this.cases = cases;
    this.partnerships = partnerships;
    this.templates = templates;
    this.values = values;
    this.recipients = recipients;
    this.text = text;
    this.rows = rows;
    this.dispatch = dispatch;
    this.documents = documents;
    this.sealed = sealed;
    this.audit = audit;
  }

  @Override
  @Transactional
  public List<Letter> write(LetterRequest request) {
    CaseFile caseFile = cases.get(request.caseReference());
    Partnership partnership = partnerships.get(caseFile.partnership());
    LetterTemplate template = templates.get(request.template());
    List<Recipient> found =
        recipients.find(
            partnership, request.caseReference(), request.scope(), request.recipients());
    boolean tellsCovers = template.notice() && template.urgent();
    List<String> ids = new ArrayList<>();
    List<Printed> fresh = new ArrayList<>();
    for (Recipient recipient : tellsCovers ? recipients.withCovers(partnership, found) : found) {
      String key = request.key() + ":" + recipient.key();
      Optional<String> before = rows.withKey(key);
      ids.add(
          before.orElseGet(
              () -> {
                Map<String, Object> known =
                    values.of(
                        template,
                        caseFile,
                        partnership,
                        recipient,
                        request.scope(),
                        request.about());
                String body = LetterText.clean(text.fill(template.body(), known));
                String id = rows.insert(request, key, template, partnership, recipient, body);
                fresh.add(printed(rows.get(id), body));
                return id;
              }));
    }
    fresh.forEach(letter -> written(letter, request));
    return ids.stream().map(rows::get).toList();
  }

  /**
   * A letter as it goes. All letters of a step are printed before the first of them is noted in the
   * trail: from then on everyone who writes in that trail waits for this transaction.
   *
   * @param pdf null for a notice, a draft, and a letter that cannot be printed
   */
  private record Printed(Letter letter, String body, List<String> notPrintable, byte[] pdf) {}

  private Printed printed(Letter letter, String body) {
    List<String> notPrintable = dispatch.notPrintable(letter, body);
    boolean goes = letter.state() == LetterState.APPROVED || !letter.needsApproval();
    boolean prints = goes && notPrintable.isEmpty() && !templates.get(letter.template()).notice();
    return new Printed(letter, body, notPrintable, prints ? dispatch.print(letter, body) : null);
  }

  private void written(Printed printed, LetterRequest request) {
    Letter letter = printed.letter();
    if (letter.needsApproval()) {
      audit.record(letter.caseReference(), request.by(), named(letter) + " was written.");
    } else if (!printed.notPrintable().isEmpty()) {
      // Stays where letters wait for a person: no one would see it fail within the process.
      audit.record(
          letter.caseReference(),
          request.by(),
          LetterNotPrintable.sentence(named(letter), printed.notPrintable()) + ".");
    } else {
      send(printed, request.by(), request.gathering());
    }
  }

  @Override
  @Transactional
  public Document print(LettersOf which, String kind, String by) {
    CaseFile caseFile = cases.get(which.caseReference());
    Partnership partnership = partnerships.get(caseFile.partnership());
    LetterTemplate template = templates.get(which.template());
    Recipient noOne = new Recipient(kind, "", "", "", Optional.empty());
    Map<String, Object> known =
        values.of(template, caseFile, partnership, noOne, which.scope(), "");
    String body = LetterText.clean(text.fill(template.body(), known));
    Document printed =
        dispatch.keepDocument(caseFile, template, which.scope(), kind, body, known, by);
    audit.record(
        which.caseReference(),
        by,
        "The document \"" + template.title(partnership) + "\" was printed.");
    return printed;
  }

  @Override
  public Letter get(String id) {
    return rows.get(id);
  }

  @Override
  public List<Letter> of(String caseReference) {
    return rows.of(caseReference);
  }

  @Override
  public String previewHtml(String id) {
    sealed.check(rows.get(id));
    return dispatch.page(rows.get(id), rows.body(id)).outerHtml();
  }

  @Override
  public byte[] previewPdf(String id) {
    Letter letter = rows.get(id);
    sealed.check(letter);
    return letter.documentId() == null || isNotice(letter)
        ? dispatch.print(letter, rows.body(id))
        : documents.content(letter.documentId());
  }

  @Override
  public Optional<String> noticeAsSent(String id) {
    Letter letter = rows.get(id);
    sealed.check(letter);
    return letter.documentId() != null && isNotice(letter)
        ? Optional.of(new String(documents.content(letter.documentId()), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private boolean isNotice(Letter letter) {
    return documents.get(letter.documentId()).mediaType().equals(LetterDispatch.NOTICE);
  }

  @Override
  public String text(String id) {
    sealed.check(rows.get(id));
    return LetterText.editable(rows.body(id));
  }

  @Override
  @Transactional
  public Letter edit(String id, String newText, int seenVersion, String by) {
    Letter letter = open(id);
    if (newText == null || newText.isBlank()) {
      throw new Refused("A letter cannot be empty");
    }
    if (newText.length() > LONGEST_TEXT) {
      throw new Refused("A letter can have up to 100,000 characters");
    }
    String body = LetterText.fromEditable(newText, rows.body(id));
    int next = seenVersion + 1;
    if (!rows.edited(id, seenVersion, next)) {
      throw new Refused(
          named(letter) + " was changed by " + letter.editedBy() + " since you opened it");
    }
    rows.addVersion(id, next, body, by);
    audit.record(letter.caseReference(), by, named(letter) + " was reworded.");
    return rows.get(id);
  }

  @Override
  @Transactional
  public Letter approve(String id, String by) {
    Letter letter = open(id);
    if (letter.state() == LetterState.DRAFT) {
      requirePrintable(letter, rows.body(id));
      if (!rows.approved(id, letter.version(), by)) {
        throw changedMeanwhile(letter);
      }
      audit.record(letter.caseReference(), by, named(letter) + " was approved.");
    }
    return rows.get(id);
  }

  @Override
  @Transactional
  public void approveAll(LettersOf letters, String by) {
    List<Letter> open = rows.open(letters);
    if (open.isEmpty()) {
      goneBefore(letters, by);
    }
    open.forEach(letter -> approve(letter.id(), by));
  }

  /**
   * Two tasks can ask for the same letter, such as the one that explains a delay: who comes second
   * finds that it has gone.
   */
  private void goneBefore(LettersOf letters, String by) {
    Letter gone =
        rows.of(letters.caseReference()).stream()
            .filter(letters::include)
            .filter(letter -> letter.sentAt() != null)
            .findFirst()
            .orElseThrow(() -> new Refused("There is no letter that waits for approval"));
    audit.record(
        letters.caseReference(), by, named(gone) + " had gone before it was to be approved again.");
  }

  @Override
  @Transactional
  public void postedAll(LettersOf letters, String by) {
    rows.of(letters.caseReference()).stream()
        .filter(letter -> letter.state() == LetterState.TO_BE_POSTED)
        .filter(letters::include)
        .forEach(
            letter ->
                posted(
                    letter,
                    by,
                    " was posted, or someone went to hand it over; the form says how that went."));
  }

  @Override
  @Transactional
  public Letter send(String id, String by) {
    send(readyToGo(open(id)), by, null);
    return rows.get(id);
  }

  @Override
  @Transactional
  public List<Letter> sendAll(LettersOf letters, String by) {
    List<Printed> ready =
        rows.open(letters).stream().map(letter -> readyToGo(open(letter.id()))).toList();
    ready.forEach(letter -> send(letter, by, null));
    return ready.stream().map(letter -> rows.get(letter.letter().id())).toList();
  }

  private Printed readyToGo(Letter letter) {
    if (letter.needsApproval() && letter.state() != LetterState.APPROVED) {
      throw new Refused(named(letter) + " has not been approved");
    }
    return printed(letter, rows.body(letter.id()));
  }

  private void send(Printed printed, String by, Gathering gathering) {
    Letter letter = printed.letter();
    String body = printed.body();
    if (!printed.notPrintable().isEmpty()) {
      throw new LetterNotPrintable(named(letter), printed.notPrintable());
    }
    boolean notice = templates.get(letter.template()).notice();
    Document document =
        notice ? dispatch.keepNotice(letter, body, by) : dispatch.keep(letter, printed.pdf(), by);
    LetterState state = letter.address() == null ? LetterState.TO_BE_POSTED : LetterState.SENT;
    String mail = null;
    if (state == LetterState.SENT) {
      mail =
          notice
              ? dispatch.notice(letter, body, gathering)
              : dispatch.mail(letter, body, document, rows.enclosures(letter.id()), by);
    }
    if (!rows.gone(letter, state, by, document.id(), mail)) {
      throw changedMeanwhile(letter);
    }
    String what =
        state == LetterState.SENT
            ? " was handed to the outbox."
            : " has no e-mail address and waits to be posted.";
    audit.record(letter.caseReference(), by, named(letter) + what);
  }

  private void requirePrintable(Letter letter, String body) {
    List<String> notPrintable = dispatch.notPrintable(letter, body);
    if (!notPrintable.isEmpty()) {
      throw new LetterNotPrintable(named(letter), notPrintable);
    }
  }

  @Override
  @Transactional
  public Letter posted(String id, String by) {
    posted(rows.get(id), by, " was posted.");
    return rows.get(id);
  }

  private void posted(Letter letter, String by, String what) {
    if (!rows.moved(letter.id(), List.of(LetterState.TO_BE_POSTED), LetterState.POSTED, by)) {
      throw new Refused(named(letter) + " is " + letter.state().words());
    }
    audit.record(letter.caseReference(), by, named(letter) + what);
  }

  @Override
  @Transactional
  public Letter discard(String id, String reason, String by) {
    if (reason == null || reason.isBlank()) {
      throw new Refused("Say why the letter shall not go");
    }
    Letter letter = rows.get(id);
    if (!rows.moved(
        id,
        List.of(LetterState.DRAFT, LetterState.APPROVED, LetterState.TO_BE_POSTED),
        LetterState.DISCARDED,
        by)) {
      throw new Refused(named(letter) + " is " + letter.state().words());
    }
    audit.record(letter.caseReference(), by, named(letter) + " was discarded: " + reason.strip());
    return rows.get(id);
  }

  private Letter open(String id) {
    Letter letter = rows.get(id);
    sealed.check(letter);
    if (!letter.isOpen()) {
      throw new Refused(named(letter) + " is " + letter.state().words());
    }
    return letter;
  }

  private static Refused changedMeanwhile(Letter letter) {
    return new Refused(named(letter) + " was changed by someone else meanwhile");
  }

  private static String named(Letter letter) {
    return "The letter \"" + letter.title() + "\" to " + letter.recipientRole();
  }
}
