package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.BRIEFING_PRESENTATION;
import static org.practicereview.learning.LearningQuestions.MORE_REQUESTS_EXPECTED;
import static org.practicereview.learning.LearningQuestions.PRESENTATION_GIVEN;
import static org.practicereview.learning.LearningQuestions.RECORD_PRESENTATION_REQUESTS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.casefile.Seals;
import org.practicereview.learning.BriefingLinks.Link;
import org.practicereview.letters.LetterRequest;
import org.practicereview.letters.Letters;
import org.practicereview.publication.Publications;
import org.practicereview.publication.PublishedItem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The presentation of a briefing, for those who were there: with the link in their letter they get
 * it at once, or ask for it and the business manager answers, as was said when the briefing was
 * recorded. No link works after its last day, when the requests were closed, when the report is
 * sealed, or when what was published has been taken down.
 */
@Service
public class Presentations {

  private static final String BY = "briefing-link";
  private static final String NOTICE = "notices/presentation-asked";

  private final BriefingLinks links;
  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Answers answers;
  private final Documents documents;
  private final Seals seals;
  private final Publications publications;
  private final Letters letters;
  private final AuditTrail audit;
  private final Clock clock;

  Presentations(
      BriefingLinks links,
      CaseFiles cases,
      CaseFacts facts,
      Answers answers,
      Documents documents,
      Seals seals,
      Publications publications,
      Letters letters,
      AuditTrail audit,
      Clock clock) {
    this.links = links;
    this.cases = cases;
    this.facts = facts;
    this.answers = answers;
    this.documents = documents;
    this.seals = seals;
    this.publications = publications;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What a link opens.
   *
   * @param partnership whose briefing it was
   * @param givenAtOnce whether its holder gets the presentation without asking
   * @param asked whether they have asked already
   */
  public record Offer(String partnership, boolean givenAtOnce, boolean asked) {}

  /** A file to be saved. */
  public record File(String mediaType, byte[] content) {}

  /**
   * What a token opens today.
   *
   * @throws BriefingLinkEnded if it opens nothing, for whatever reason
   */
  public Offer offer(String token) {
    Link link = working(token);
    return new Offer(
        cases.get(link.caseReference()).partnership(),
        isGivenAtOnce(link.caseReference()),
        link.usedAt().isPresent());
  }

  /**
   * Gives the presentation.
   *
   * @throws BriefingLinkEnded if the token does not give it
   */
  @Transactional
  public File give(String token) {
    Link link = working(token);
    if (!isGivenAtOnce(link.caseReference())) {
      throw new BriefingLinkEnded();
    }
    Document presentation =
        documents.of(link.caseReference()).stream()
            .filter(document -> document.kind().equals(kind()))
            .reduce((earlier, later) -> later)
            .orElseThrow(BriefingLinkEnded::new);
    byte[] content = documents.content(presentation.id());
    links.used(link);
    audit.record(
        link.caseReference(),
        BY,
        "The presentation of the briefing was given to someone who was there, by their own link.");
    return new File(presentation.mediaType(), content);
  }

  /**
   * Asks for the presentation; asked again, nothing changes.
   *
   * @throws BriefingLinkEnded if the token does not ask for it
   */
  @Transactional
  public void ask(String token) {
    Link link = working(token);
    if (isGivenAtOnce(link.caseReference())) {
      throw new BriefingLinkEnded();
    }
    if (link.usedAt().isPresent()) {
      return;
    }
    links.used(link);
    audit.record(
        link.caseReference(),
        BY,
        "Someone who was at the briefing asked for the presentation, by their own link.");
    letters.write(
        new LetterRequest(
            link.caseReference(),
            NOTICE,
            List.of("business-manager"),
            "",
            false,
            List.of(),
            "",
            "%s:%s:%s".formatted(NOTICE, link.caseReference(), LocalDate.now(clock)),
            BY));
  }

  /** Those who asked with their link since the requests were looked at last. */
  List<Link> asked(String caseReference) {
    if (isGivenAtOnce(caseReference)) {
      return List.of();
    }
    Optional<Instant> answered = lastAnswer(caseReference).map(FormAnswers::at);
    return links.of(caseReference).stream()
        .filter(
            link ->
                link.usedAt()
                    .filter(used -> answered.filter(at -> !used.isAfter(at)).isEmpty())
                    .isPresent())
        .toList();
  }

  private Optional<FormAnswers> lastAnswer(String caseReference) {
    return answers.of(caseReference).stream()
        .filter(given -> RECORD_PRESENTATION_REQUESTS.is(given.form()))
        .reduce((earlier, later) -> later);
  }

  private boolean isGivenAtOnce(String caseReference) {
    return PRESENTATION_GIVEN.is("at-once", facts.of(caseReference));
  }

  private Link working(String token) {
    return links
        .find(token)
        .filter(link -> !link.endsOn().isBefore(LocalDate.now(clock)))
        .filter(link -> !isClosed(link))
        .filter(link -> !seals.isSealed(link.caseReference()))
        .filter(link -> !isTakenDown(link.caseReference()))
        .orElseThrow(BriefingLinkEnded::new);
  }

  /** Whether no more requests were expected when they were looked at last. */
  private boolean isClosed(Link link) {
    return lastAnswer(link.caseReference())
        .filter(given -> !given.at().isBefore(link.madeAt()))
        .filter(given -> !MORE_REQUESTS_EXPECTED.in(given.values()))
        .isPresent();
  }

  private boolean isTakenDown(String caseReference) {
    List<PublishedItem> published =
        publications.ofCase(caseReference).stream().filter(item -> !item.isBrief()).toList();
    return !published.isEmpty() && published.stream().allMatch(PublishedItem::isRemoved);
  }

  private static String kind() {
    return Document.kindOf(BRIEFING_PRESENTATION.key());
  }
}
