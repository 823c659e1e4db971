package org.practicereview.letters;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.springframework.stereotype.Component;

/** The register of letters of a case, first those that wait for a person. */
@Component
class LettersSection implements CaseSection {

  private final Letters letters;

  LettersSection(Letters letters) {
    this.letters = letters;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    List<Letter> register = view.sight().letters() ? letters.of(view.reference()) : List.of();
    Map<Boolean, List<Letter>> waiting =
        register.stream().collect(Collectors.partitioningBy(Letter::waits));
    return Map.of("waitingLetters", waiting.get(true), "otherLetters", waiting.get(false));
  }
}
