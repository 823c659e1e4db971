package org.practicereview.pages;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.UnknownCase;
import org.practicereview.learning.EarlierLearning;
import org.practicereview.learning.EarlierLearning.Earlier;
import org.practicereview.learning.Themes;
import org.practicereview.oversight.SmallNumbers;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What earlier cases with the same themes recommended and what came of it, as far as the reader may
 * see these cases. Of others the number is said, unless it is so small that it would tell one.
 */
@Controller
class FoundBeforePage implements CaseLink {

  private final EarlierLearning earlier;
  private final Themes themes;
  private final CaseFiles cases;
  private final CaseAccess access;
  private final Partnerships partnerships;

  FoundBeforePage(
      EarlierLearning earlier,
      Themes themes,
      CaseFiles cases,
      CaseAccess access,
      Partnerships partnerships) {
    this.earlier = earlier;
    this.themes = themes;
    this.cases = cases;
    this.access = access;
    this.partnerships = partnerships;
  }

  @Override
  public String title() {
    return "Found before";
  }

  @Override
  public String path() {
    return "found-before";
  }

  @Override
  public boolean isFor(CaseFile caseFile, Sight sight, SignedIn reader) {
    return sight.header();
  }

  /**
   * An earlier case as this reader may see it.
   *
   * @param words whether they may read what it recommended
   */
  record Shown(Earlier earlier, boolean words) {}

  @GetMapping("/case/{reference}/found-before")
  String show(
      @PathVariable("reference") String reference,
      @RequestParam(name = "theme", required = false) List<String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    if (!access.sight(reference, reader.userId(), reader.groups(), reader.tenants()).header()) {
      throw new NotAllowed();
    }
    CaseFile caseFile = cases.get(reference);
    Partnership partnership = partnerships.get(caseFile.partnership());
    Set<String> chosen = asked == null ? earlier.themesOf(reference) : new TreeSet<>(asked);
    List<Earlier> all = earlier.of(reference, chosen);
    List<Shown> shown =
        all.stream()
            .filter(one -> sight(one, reader).header())
            .map(one -> new Shown(one, sight(one, reader).identity()))
            .toList();
    page.addAttribute("case", caseFile);
    page.addAttribute("words", new PlainWords(partnership));
    page.addAttribute("table", themes.of(partnership));
    page.addAttribute("chosen", chosen);
    page.addAttribute("shown", shown);
    int hidden = all.size() - shown.size();
    page.addAttribute("hidden", hidden >= SmallNumbers.LEAST ? hidden : 0);
    return "pages/found-before";
  }

  private Sight sight(Earlier one, SignedIn reader) {
    try {
      return access.sight(one.caseReference(), reader.userId(), reader.groups(), reader.tenants());
    } catch (UnknownCase e) {
      return new Sight(false, false, false, Set.of(), List.of(), false, false);
    }
  }
}
