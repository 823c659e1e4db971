package org.practicereview.pages;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.practicereview.bundle.BundleOrder;
import org.practicereview.bundle.Part;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseView;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.letters.Letter;
import org.practicereview.letters.Letters;
import org.practicereview.refusals.Refused;
import org.practicereview.report.CaseNames;
import org.practicereview.security.SignedIn;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Gathers what goes into a bundle: what its maker may see of the case, and nothing else. */
@Component
class BundleContents {

  private static final String PDF = "application/pdf";

  private final CasePage casePage;
  private final CasePathPage path;
  private final ChronologyPage chronology;
  private final CaseAccess access;
  private final CaseFacts facts;
  private final Answers answers;
  private final Documents documents;
  private final Letters letters;
  private final ITemplateEngine templates;
  private final Clock clock;

  BundleContents(
      CasePage casePage,
      CasePathPage path,
      ChronologyPage chronology,
      CaseAccess access,
      CaseFacts facts,
      Answers answers,
      Documents documents,
      Letters letters,
      ITemplateEngine templates,
      Clock clock) {
    this.casePage = casePage;
    this.path = path;
    this.chronology = chronology;
    this.access = access;
    this.facts = facts;
    this.answers = answers;
    this.documents = documents;
    this.letters = letters;
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * A document or letter that can go into a bundle.
   *
   * @param title what it is called, with the recipient of a letter
   * @param words its words, for a notice; empty for a file
   */
  public record Item(Document document, String title, String words) {

    /** Whether its pages go into the bundle. */
    public boolean isPdf() {
      return document.mediaType().startsWith(PDF);
    }

    /** Whether it is printed with what the service says itself. */
    public boolean isNotice() {
      return document.mediaType().startsWith("text/plain");
    }
  }

  /**
   * What was known before anything was gathered.
   *
   * @param id of the bundle
   * @param wanted all that was chosen, as it is kept
   * @param underSeal whether the report was sealed
   */
  record Kept(String id, String wanted, boolean underSeal) {}

  /** The documents and letters of a case that someone may read, oldest first. */
  List<Item> items(CaseView view) {
    Map<String, Letter> sent =
        letters.of(view.reference()).stream()
            .filter(letter -> letter.documentId() != null)
            .filter(letter -> view.sight().mayReadLetter(letter.template()))
            .collect(Collectors.toMap(Letter::documentId, letter -> letter, (one, same) -> one));
    return documents.of(view.reference()).stream()
        .filter(view.sight()::mayRead)
        .filter(document -> !isLetter(document) || sent.containsKey(document.id()))
        .map(document -> item(document, Optional.ofNullable(sent.get(document.id()))))
        .toList();
  }

  private static Item item(Document document, Optional<Letter> letter) {
    return new Item(
        document,
        letter.map(one -> one.title() + ", to " + one.recipientRole()).orElse(document.name()),
        "");
  }

  private static boolean isLetter(Document document) {
    return document.kind().startsWith("letter");
  }

  /** The names that the case file knows, as far as someone may read them. */
  List<CaseNames.Names> names(CaseView view) {
    return CaseNames.in(
        access.readable(view.sight(), answers.of(view.reference())),
        facts.text(view.reference(), PageQuestions.PSEUDONYM).orElse(""));
  }

  /**
   * The order for a bundle.
   *
   * @throws Refused if something is missing, or a file is not there any more
   */
  BundleOrder order(CaseView view, SignedIn by, BundleWanted wanted, Kept kept) {
    wanted.check(names(view).stream().flatMap(one -> one.names().stream()).toList());
    List<Item> chosen = chosen(view, wanted);
    String parts =
        Stream.concat(
                wanted.chosenParts().stream().map(Part::words),
                chosen.isEmpty()
                    ? Stream.empty()
                    : Stream.of(
                        chosen.size() == 1
                            ? "1 document"
                            : chosen.size() + " documents and letters"))
            .collect(Collectors.joining(", "))
            .toLowerCase(Locale.UK);
    return new BundleOrder(
        new BundleOrder.Head(
            kept.id(),
            view.reference(),
            wanted.chosenPurpose(),
            wanted.recipient(),
            wanted.reason(),
            parts,
            kept.wanted(),
            sessions(view),
            by.userId(),
            kept.underSeal()),
        Jsoup.parse(paper(view, by, wanted, chosen)),
        chosen.stream()
            .filter(Item::isPdf)
            .map(
                item ->
                    new BundleOrder.File(
                        item.document().id(), item.title(), wanted.leftOut(item.document().id())))
            .toList(),
        wanted.removals(),
        wanted.ownWords(),
        wanted.chosenWhy(),
        wanted.picturesSeen());
  }

  private List<Item> chosen(CaseView view, BundleWanted wanted) {
    List<Item> chosen =
        items(view).stream()
            .filter(item -> wanted.files().contains(item.document().id()))
            .map(
                item ->
                    item.isNotice() ? new Item(item.document(), item.title(), text(item)) : item)
            .toList();
    if (chosen.size() < wanted.files().stream().distinct().count()) {
      throw new Refused("A file that you chose cannot be read any more. Choose again");
    }
    return chosen;
  }

  private String text(Item item) {
    return new String(documents.content(item.document().id()), StandardCharsets.UTF_8);
  }

  /** What someone may read of practitioners' sessions, by the names that are kept. */
  static TreeSet<String> sessions(CaseView view) {
    return view.sight().sessions().stream()
        .map(Enum::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String paper(CaseView view, SignedIn by, BundleWanted wanted, List<Item> items) {
    Map<String, Object> shown = new HashMap<>(casePage.shown(view));
    shown.put("case", view.file());
    shown.put("partnership", view.partnership());
    shown.put("sight", view.sight());
    shown.put("words", new PlainWords(view.partnership()));
    shown.put("now", clock.instant());
    shown.put("maker", by.userId());
    shown.put("wanted", wanted);
    shown.put("purpose", wanted.chosenPurpose());
    shown.put("removals", !wanted.removals().isEmpty());
    shown.put("why", wanted.chosenWhy());
    shown.put("parts", wanted.chosenParts());
    shown.put("items", items);
    shown.put("sent", path.sent(view));
    shown.put("rows", chronology.rows(view.reference(), by));
    shown.put("trail", trail(shown));
    return templates.process("pages/bundle-paper", new Context(Locale.UK, shown));
  }

  /** Oldest first, as one reads a file. */
  private static List<Object> trail(Map<String, Object> shown) {
    List<Object> trail = new ArrayList<>((List<?>) shown.get("recent"));
    trail.addAll((List<?>) shown.get("earlier"));
    Collections.reverse(trail);
    return trail;
  }
}
