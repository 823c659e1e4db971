package org.practicereview.pages;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.practicereview.modelling.Edits.Editable;
import org.practicereview.modelling.Kind;
import org.springframework.web.util.UriComponentsBuilder;

/** Where each kind of thing is changed in the browser. */
final class Editors {

  private static final Map<Kind, String> PAGES =
      Map.of(
          Kind.MODEL, DrawPage.ADDRESS,
          Kind.TABLE, TablePage.ADDRESS,
          Kind.FORM, QuestionsPage.ADDRESS,
          Kind.LETTER, LetterTextPage.ADDRESS);

  private Editors() {}

  /** The page for a thing; empty where it is changed as a file. */
  static Optional<String> address(Kind kind, String id, String file, String proposal) {
    if (kind == Kind.FORM && file.endsWith(".html")) {
      return Optional.empty();
    }
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath(PAGES.get(kind)).queryParam("id", id);
    if (!proposal.isEmpty()) {
      address.queryParam("proposal", proposal);
    }
    return Optional.of(address.encode().toUriString());
  }

  /** The pages for the files of a proposal, by their names. */
  static Map<String, String> of(Map<String, Editable> files, String proposal) {
    Map<String, String> pages = new TreeMap<>();
    files.forEach(
        (name, one) ->
            address(one.kind(), one.id(), name, proposal).ifPresent(page -> pages.put(name, page)));
    return pages;
  }
}
