package org.practicereview.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.practicereview.forms.FormField.Choice;
import org.springframework.stereotype.Component;

/**
 * How a question and its options read in the forms that are deployed. Whoever changes an option
 * there changes it in letters and pages, too.
 */
@Component
public class OptionWords {

  private final DeployedForms forms;

  public OptionWords(DeployedForms forms) {
    this.forms = forms;
  }

  /** A question as a form that is deployed asks it now; empty if no one does any more. */
  public Optional<FormField> field(Question<?> question) {
    return asked(question).findFirst();
  }

  /** The words of an option; the code itself where no form offers it any more. */
  public String of(Question<?> question, String code) {
    return options(question)
        .filter(option -> option.value().equals(code))
        .map(Choice::label)
        .findFirst()
        .orElse(code);
  }

  /** The same, to stand inside a sentence: the first word in small letters. */
  public String inSentence(Question<?> question, String code) {
    String words = of(question, code);
    return words.isEmpty() ? "" : words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
  }

  private Stream<Choice> options(Question<?> question) {
    return asked(question).flatMap(field -> field.offer().choices().stream());
  }

  private Stream<FormField> asked(Question<?> question) {
    Map<String, FormSchema> deployed = forms.latest();
    return question.places().stream()
        .flatMap(place -> fields(place, deployed).stream())
        .filter(field -> field.key().equals(question.key()));
  }

  /** The questions that stand beside one another in a form, or in the rows of forms. */
  private static List<FormField> fields(Asks place, Map<String, FormSchema> deployed) {
    if (place instanceof FormName form) {
      return deployed.containsKey(form.id()) ? deployed.get(form.id()).fields() : List.of();
    }
    Question<?> rows = (Question<?>) place;
    return rows.places().stream()
        .flatMap(form -> fields(form, deployed).stream())
        .filter(field -> field.key().equals(rows.key()))
        .flatMap(field -> field.rows().stream())
        .toList();
  }
}
