package org.practicereview.naming;

import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.springframework.stereotype.Component;

/** Whom a person may name on a case. */
@Component
class NamingSection implements CaseSection {

  private final CaseNaming naming;

  NamingSection(CaseNaming naming) {
    this.naming = naming;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    boolean names = view.may().contains("people") && view.file().isOpen();
    return Map.of("nameable", names ? naming.choices(view.reference()) : List.of());
  }
}
