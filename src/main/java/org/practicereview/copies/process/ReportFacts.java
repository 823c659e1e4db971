package org.practicereview.copies.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.copies.Drafts;
import org.practicereview.copies.NameSearch;
import org.practicereview.engine.MoreFacts;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * What the forms of the report show: the number of the draft, what the search for names found, the
 * comments that wait for an answer, and what the executive can decide.
 */
@Component
class ReportFacts implements MoreFacts {

  private final Drafts drafts;
  private final NameSearch names;
  private final Comments comments;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  ReportFacts(
      Drafts drafts,
      NameSearch names,
      Comments comments,
      CaseFiles cases,
      Partnerships partnerships) {
    this.drafts = drafts;
    this.names = names;
    this.comments = comments;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    List<Document> all = drafts.of(caseReference);
    if (all.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("draftNumber", all.size());
    facts.put("namesFound", names.of(caseReference).sentence());
    facts.put(Comments.ROWS, comments.toAnswer(caseReference));
    facts.put("signOffChoices", choices(caseReference));
    return facts;
  }

  private List<Map<String, String>> choices(String caseReference) {
    List<Map<String, String>> choices = new ArrayList<>();
    choices.add(Map.of("value", "sign-off", "label", "Sign off the report"));
    choices.add(Map.of("value", "return", "label", "Return it to be changed"));
    if (partnerships.get(cases.get(caseReference).partnership()).option("nonPublicationRoute")) {
      choices.add(
          Map.of("value", "ask-not-to-publish", "label", "Sign it off and ask not to publish it"));
    }
    return choices;
  }
}
