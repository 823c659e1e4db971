package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.BODIES_NOTICE;

import java.util.Map;
import java.util.Set;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/** Tells the forms which bodies have the version that goes out ({@code bodiesNotice}). */
@Component
class NoticeFacts implements MoreFacts {

  private final PublishedRows rows;
  private final Notices notices;

  NoticeFacts(PublishedRows rows, Notices notices) {
    this.rows = rows;
    this.notices = notices;
  }

  @Override
  public Set<String> keys() {
    return Set.of(BODIES_NOTICE.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    return rows.prepared(caseReference)
        .map(version -> Map.<String, Object>of(BODIES_NOTICE.key(), notices.inWords(version)))
        .orElse(Map.of());
  }
}
