package org.practicereview.bundle;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;

/**
 * A bundle that is to be made, gathered with the rights of who asked for it.
 *
 * @param head what is kept with the bundle
 * @param page what the service prints itself; a cell with the attribute {@code data-pages} takes
 *     the pages of the file with that id, one with {@code data-note} what became of it, and {@code
 *     data-removed} in how many places something was removed
 * @param files the PDF files that follow, in order
 * @param removals what is removed
 * @param own words for removal that the maker typed: each has to stand somewhere
 * @param why the reason that stands where something was removed
 * @param picturesSeen whether pages that cannot be searched go in although words are removed
 */
public record BundleOrder(
    Head head,
    Document page,
    List<File> files,
    Removals removals,
    List<String> own,
    RemovalReason why,
    boolean picturesSeen) {

  /**
   * What is kept with a bundle.
   *
   * @param id of the bundle: the same if the same form is sent twice
   * @param recipient who gets it; may name a person, so it stands in no trail
   * @param reason why it is made, in the maker's words
   * @param parts what is in it, in words
   * @param wanted all that was chosen, so that a bundle can be made again
   * @param sessions what the maker may read of practitioners' sessions; whoever opens the bundle
   *     must be allowed the same
   * @param by account of the maker
   * @param underSeal whether the report was sealed before anything was gathered
   */
  public record Head(
      String id,
      String caseReference,
      Purpose purpose,
      String recipient,
      String reason,
      String parts,
      String wanted,
      Set<String> sessions,
      String by,
      boolean underSeal) {}

  /**
   * A file of the case.
   *
   * @param documentId its id
   * @param title what it is called in the bundle
   * @param leftOut pages that the maker leaves out
   */
  public record File(String documentId, String title, Set<Integer> leftOut) {}
}
