package org.practicereview.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.engine.AccountNames;
import org.practicereview.forms.AskedAndAnswered;
import org.practicereview.forms.DeployedForms;
import org.practicereview.learning.Themes;
import org.practicereview.partnership.Partnership;
import org.springframework.stereotype.Component;

/** The forms of a case that were sent, with the questions that stood in them then. */
@Component
class CompletedForms implements CaseSection {

  private final CaseAccess access;
  private final Answers answers;
  private final DeployedForms forms;
  private final Themes themes;
  private final AccountNames names;

  CompletedForms(
      CaseAccess access, Answers answers, DeployedForms forms, Themes themes, AccountNames names) {
    this.access = access;
    this.answers = answers;
    this.forms = forms;
    this.themes = themes;
    this.names = names;
  }

  /**
   * One of them.
   *
   * @param by account of who sent it
   * @param parts the questions and answers that the person looking may read
   */
  record Completed(
      String form, String scope, Instant at, String by, List<AskedAndAnswered.Part> parts) {}

  @Override
  public Map<String, Object> of(CaseView view) {
    AskedAndAnswered asked = asked(view.partnership());
    return Map.of(
        "answers",
        access.readable(view.sight(), answers.of(view.reference())).stream()
            .map(given -> completed(given, asked))
            .toList());
  }

  private Completed completed(FormAnswers given, AskedAndAnswered asked) {
    return new Completed(
        given.form(),
        given.scope(),
        given.at(),
        given.by(),
        asked.parts(forms.version(given.form(), given.formVersion()), given.values()));
  }

  /** What a form decided, and why, as it was asked; empty where it decided nothing. */
  List<AskedAndAnswered.Line> decisions(Partnership partnership, FormAnswers given) {
    AskedAndAnswered asked = asked(partnership);
    return forms.deciding(given.form(), given.formVersion()).stream()
        .flatMap(question -> asked.line(question, given.values().get(question.key())).stream())
        .toList();
  }

  /** Says answers as a partnership reads them. */
  AskedAndAnswered asked(Partnership partnership) {
    return new AskedAndAnswered(partnership.words()::in, code -> offered(partnership, code));
  }

  /** What the case offered under a code: an agency, a theme, a person; else the code in words. */
  private String offered(Partnership partnership, String code) {
    if (partnership.agencies().stream().anyMatch(agency -> agency.code().equals(code))) {
      return partnership.agencyName(code);
    }
    String theme = themes.name(partnership, code);
    if (!theme.equals(code)) {
      return theme;
    }
    String name = names.of(code);
    return name.equals(code) ? new PlainWords(partnership).code(code) : name;
  }
}
