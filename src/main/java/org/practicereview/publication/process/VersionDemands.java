package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.ANONYMISED_REPORT;
import static org.practicereview.publication.PublicationQuestions.CHANGED_REPORT;
import static org.practicereview.publication.PublicationQuestions.IMPROVEMENT_INFORMATION;
import static org.practicereview.publication.PublicationQuestions.NSPCC_ABSTRACT;
import static org.practicereview.publication.PublicationQuestions.NSPCC_THEMES;
import static org.practicereview.publication.PublicationQuestions.PUBLISHED_ON;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.Seals;
import org.practicereview.forms.FormDemand;
import org.practicereview.publication.NspccPack;
import org.practicereview.publication.Preparation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the forms demand that make the files for the public: readable, and without the place where
 * that is kept back.
 */
@Configuration(proxyBeanMethods = false)
class VersionDemands {

  /** The sheet of an anonymous pack names no place. */
  @Bean
  FormDemand nspccCopy(NspccPack packs, Preparation preparation) {
    return FormDemand.of(
        "nspccCopy",
        (reference, given) -> {
          Map<String, String> wrong = new LinkedHashMap<>();
          if (preparation.mode(reference).namesNoPlace()) {
            for (String key : List.of(NSPCC_THEMES.key(), NSPCC_ABSTRACT.key())) {
              name(wrong, key, packs.placesIn(reference, String.valueOf(given.get(key))));
            }
          }
          return wrong;
        });
  }

  /** A brief names no place where that is kept back. */
  @Bean
  FormDemand briefNamesNoPlace(NspccPack packs, Preparation preparation) {
    return FormDemand.of(
        "briefNamesNoPlace",
        (reference, given) -> {
          Map<String, String> wrong = new LinkedHashMap<>();
          if (preparation.isPlaceKeptBack(reference)) {
            given.forEach(
                (key, value) -> name(wrong, key, packs.placesIn(reference, String.valueOf(value))));
          }
          return wrong;
        });
  }

  /** The report without the place names it on none of its pages. */
  @Bean
  FormDemand namesNoPlace(NspccPack packs) {
    return FormDemand.of(
        "namesNoPlace",
        (reference, given) -> {
          Map<String, String> wrong = unreadable(packs, given, ANONYMISED_REPORT.key());
          if (wrong.isEmpty()) {
            String words = packs.uploaded(given, ANONYMISED_REPORT.key());
            name(wrong, ANONYMISED_REPORT.key(), packs.placesIn(reference, words));
          }
          return wrong;
        });
  }

  /** A report is changed before it is published, and into a file that can be read. */
  @Bean
  FormDemand reportChange(NspccPack packs, CaseFacts facts, Seals seals) {
    return FormDemand.of(
        "reportChange",
        (reference, given) -> {
          if (facts.date(reference, PUBLISHED_ON).isPresent()) {
            return Map.of(
                CHANGED_REPORT.key(),
                "the report is published; order that it is replaced by a corrected version");
          }
          if (seals.isSealed(reference)) {
            return Map.of(CHANGED_REPORT.key(), "the report is sealed");
          }
          return unreadable(packs, given, CHANGED_REPORT.key());
        });
  }

  /** What is published in the place of a report can be opened and cleaned. */
  @Bean
  FormDemand readableImprovements(NspccPack packs) {
    return FormDemand.of(
        "readableImprovements",
        (reference, given) -> unreadable(packs, given, IMPROVEMENT_INFORMATION.key()));
  }

  private static void name(Map<String, String> wrong, String key, List<String> places) {
    if (!places.isEmpty()) {
      wrong.put(key, "what does not name the place must not say " + String.join(", ", places));
    }
  }

  private static Map<String, String> unreadable(
      NspccPack packs, Map<String, Object> given, String question) {
    Map<String, String> wrong = new LinkedHashMap<>();
    packs.unreadable(given, question).ifPresent(why -> wrong.put(question, why));
    return wrong;
  }
}
