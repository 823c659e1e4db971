package org.practicereview.report;

import static org.practicereview.report.ReportQuestions.PSEUDONYM;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks in the newest draft for the names that the case file knows. A help for those who check that
 * no one can be recognised, never in their place: it finds names, not what else gives a family
 * away.
 */
@Service
public class NameSearch {

  private static final String NOT_SEARCHED = "The draft has not been searched for names.";
  private static final String NO_WORDS =
      "The draft is a picture without words, so it could not be searched. Look for names yourself.";
  private static final String NOTHING =
      "None of the names that the case file knows was found in the draft. A name that stands only in"
          + " the middle of a text may not be known.";
  private static final String NO_NAMES =
      "The case file knows no name, so the draft could not be searched. Look for names yourself.";
  private static final String OLD_SEARCH =
      "The draft was searched by rules that missed some names. Look for names yourself.";

  private final JdbcClient jdbc;
  private final Answers answers;
  private final CaseFacts facts;
  private final Drafts drafts;
  private final Documents documents;
  private final PdfPages pdf;
  private final Clock clock;

  NameSearch(
      JdbcClient jdbc,
      Answers answers,
      CaseFacts facts,
      Drafts drafts,
      Documents documents,
      PdfPages pdf,
      Clock clock) {
    this.jdbc = jdbc;
    this.answers = answers;
    this.facts = facts;
    this.drafts = drafts;
    this.documents = documents;
    this.pdf = pdf;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param clear whether the draft was searched and no name was found
   * @param sentence whose names stand on which pages, without the names
   */
  public record Found(boolean clear, String sentence) {}

  /**
   * Searches the newest draft; what an earlier search of it found is replaced.
   *
   * @throws Refused if there is no draft
   */
  @Transactional
  public Found search(String caseReference) {
    Document draft =
        drafts
            .newest(caseReference)
            .orElseThrow(() -> new Refused("There is no draft of the report"));
    KnownNames names =
        KnownNames.of(answers.of(caseReference), facts.text(caseReference, PSEUDONYM).orElse(""));
    List<String> pages = pdf.words(documents.content(draft.id()));
    jdbc.sql("delete from review.name_found where document_id = ?").param(draft.id()).update();
    jdbc.sql("delete from review.name_search where document_id = ?").param(draft.id()).update();
    jdbc.sql(
            "insert into review.name_search"
                + " (document_id, searched_at, has_words, has_names, not_searched)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            draft.id(),
            clock.instant().atOffset(ZoneOffset.UTC),
            pages.stream().anyMatch(page -> !page.isBlank()),
            !names.isEmpty(),
            String.join(", ", names.notSearched()))
        .update();
    for (int page = 1; page <= pages.size(); page++) {
      for (KnownNames.Whose whose : names.in(pages.get(page - 1))) {
        jdbc.sql("insert into review.name_found (document_id, whose, page) values (?, ?, ?)")
            .params(draft.id(), whose.name(), page)
            .update();
      }
    }
    return of(caseReference);
  }

  /** What was found in the newest draft. */
  public Found of(String caseReference) {
    Optional<Document> draft = drafts.newest(caseReference);
    Optional<Search> search = draft.flatMap(document -> searched(document.id()));
    if (search.isEmpty()) {
      return new Found(false, NOT_SEARCHED);
    }
    if (!search.get().hasWords()) {
      return new Found(false, NO_WORDS);
    }
    if (!search.get().hasNames()) {
      return new Found(false, NO_NAMES);
    }
    String notSearched = search.get().notSearched();
    Map<KnownNames.Whose, List<Integer>> found = found(draft.get().id());
    if (!found.isEmpty()) {
      return new Found(false, sentence(found) + alsoNotSearched(notSearched));
    }
    if (notSearched == null) {
      return new Found(false, OLD_SEARCH);
    }
    return notSearched.isEmpty()
        ? new Found(true, NOTHING)
        : new Found(
            false,
            "No name was found, but not every name could be searched for."
                + alsoNotSearched(notSearched));
  }

  private static String alsoNotSearched(String names) {
    return names == null || names.isEmpty() ? "" : " Look yourself for " + names + ".";
  }

  /** A search; what could not be searched for is null for one made before that was written down. */
  private record Search(boolean hasWords, boolean hasNames, String notSearched) {}

  private Optional<Search> searched(String document) {
    return jdbc.sql(
            "select has_words, has_names, not_searched from review.name_search where document_id = ?")
        .param(document)
        .query(Search.class)
        .optional();
  }

  private Map<KnownNames.Whose, List<Integer>> found(String document) {
    record Hit(KnownNames.Whose whose, int page) {}
    return jdbc
        .sql("select whose, page from review.name_found where document_id = ? order by page")
        .param(document)
        .query(
            (row, number) ->
                new Hit(KnownNames.Whose.valueOf(row.getString("whose")), row.getInt("page")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Hit::whose, TreeMap::new, Collectors.mapping(Hit::page, Collectors.toList())));
  }

  private static String sentence(Map<KnownNames.Whose, List<Integer>> found) {
    return "The draft seems to hold "
        + found.entrySet().stream()
            .map(hit -> hit.getKey().words() + " (" + pages(hit.getValue()) + ")")
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static String pages(List<Integer> pages) {
    return (pages.size() == 1 ? "page " : "pages ")
        + pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
