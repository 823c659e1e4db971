package org.practicereview.forms;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.practicereview.forms.FormField.Kind;

/** The questions that rooms declare, held against the forms. */
final class Catalogues {

  private final Map<String, FormSchema> forms;

  Catalogues(Map<String, FormSchema> forms) {
    this.forms = forms;
  }

  /** Every class of the service that declares a question or a form. */
  static List<Class<?>> all() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.practicereview")
            .stream()
            .filter(
                type ->
                    type.getFields().stream()
                        .anyMatch(
                            field ->
                                Stream.of(Question.class, FormName.class, Shown.class)
                                        .anyMatch(one -> field.getRawType().isEquivalentTo(one))
                                    && field.getModifiers().contains(JavaModifier.STATIC)))
            .map(JavaClass::reflect)
            .<Class<?>>map(type -> type)
            .toList();
  }

  /** What a catalogue declares that no form asks like this, in plain words. */
  List<String> wrong(Class<?> catalogue) {
    List<String> wrong = new ArrayList<>();
    for (Field field : catalogue.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      Object declared = valueOf(field);
      if (declared instanceof FormName form && !forms.containsKey(form.id())) {
        wrong.add("there is no form " + form.id());
      } else if (declared instanceof Question<?> question) {
        question.places().forEach(place -> wrong.addAll(wrong(question, place)));
      } else if (declared instanceof Shown shown) {
        for (Asks place : shown.places()) {
          if (find(place, shown.key(), FormField::isShown).isEmpty()) {
            wrong.add(nameOf(place) + " does not show " + shown.key());
          }
        }
      }
    }
    return wrong;
  }

  private List<String> wrong(Question<?> question, Asks place) {
    Optional<FormField> asked =
        find(place, question.key(), field -> place instanceof Question || !field.isShown());
    if (asked.isEmpty()) {
      return List.of(nameOf(place) + " does not ask " + question.key());
    }
    boolean yesOrNo = question.kinds().contains(Kind.TICK);
    boolean fits =
        question.kinds().contains(asked.get().kind())
            && !(yesOrNo && asked.get().kind() == Kind.CHOICE && !asked.get().isYesOrNo());
    return fits
        ? List.of()
        : List.of(
            "%s asks %s as %s, which is read as %s"
                .formatted(nameOf(place), question.key(), asked.get().kind(), question.kinds()));
  }

  private Optional<FormField> find(Asks place, String key, Predicate<FormField> condition) {
    Stream<FormField> fields =
        place instanceof FormName form
            ? Stream.ofNullable(forms.get(form.id())).flatMap(one -> one.fields().stream())
            : ((Question<?>) place)
                .places().stream()
                    .flatMap(
                        form -> find(form, ((Question<?>) place).key(), field -> true).stream())
                    .flatMap(rows -> rows.rows().stream());
    return fields.filter(field -> field.key().equals(key)).filter(condition).findFirst();
  }

  private static String nameOf(Asks place) {
    return place instanceof FormName form ? form.id() : place.toString();
  }

  private static Object valueOf(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
