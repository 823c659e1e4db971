package org.practicereview.modelling;

import java.util.List;
import org.camunda.bpm.model.xml.ModelException;

/**
 * How a proposed file differs from what it replaces.
 *
 * @param file its name
 * @param isNew whether it replaces nothing
 * @param pictures whether there are pictures to compare
 * @param sentences what differs; empty where nothing does
 */
public record FileDifference(String file, boolean isNew, boolean pictures, List<String> sentences) {

  private static final String ONLY_DRAWING = "Nothing differs but how it is drawn or written.";
  private static final String UNSAID =
      "Settings differ that no sentence names. Compare the two files.";

  /** Of a file and what it replaces, which is null where there is nothing. */
  static FileDifference of(String file, String before, String after) {
    boolean model = file.endsWith(".bpmn");
    if (before == null) {
      return new FileDifference(file, true, model && readable(after), List.of("This is new."));
    }
    if (before.equals(after)) {
      return new FileDifference(file, false, model, List.of());
    }
    if (LetterFile.is(file)) {
      List<String> words = DifferenceOfLetters.between(before, after);
      return new FileDifference(
          file, false, false, words.isEmpty() ? List.of(ONLY_DRAWING) : words);
    }
    List<String> sentences = List.of();
    boolean pictures = false;
    if (model) {
      DifferenceOfModels difference = DifferenceOfModels.between(before, after);
      pictures = difference != null;
      sentences = pictures ? difference.sentences() : sentences;
    } else if (file.endsWith(".dmn")) {
      sentences = DifferenceOfTables.between(before, after);
    } else {
      sentences = DifferenceOfForms.between(OneModel.formOf(file), before, after);
    }
    return new FileDifference(
        file,
        false,
        pictures,
        sentences.isEmpty()
            ? List.of(saysTheSame(model, before, after) ? ONLY_DRAWING : UNSAID)
            : sentences);
  }

  /** Whether it is a letter, which can be shown as it is printed. */
  public boolean isLetter() {
    return LetterFile.is(file);
  }

  /** A modeller writes attributes in another order than the one in which it read them. */
  private static boolean saysTheSame(boolean model, String before, String after) {
    if (!model) {
      return bare(before).equals(bare(after));
    }
    try {
      return Meaning.withoutDrawing(OneModel.trust("before.bpmn", before))
          .equals(Meaning.withoutDrawing(OneModel.trust("after.bpmn", after)));
    } catch (ModelException e) {
      return false;
    }
  }

  /** Without the drawing of a model, and without the space between its elements. */
  private static String bare(String text) {
    return text.replaceAll("(?s)<(bpmndi:BPMNDiagram|dmndi:DMNDI)\\b.*", "").replaceAll("\\s+", "");
  }

  private static boolean readable(String model) {
    try {
      OneModel.read("new.bpmn", model);
      return true;
    } catch (ModelException e) {
      return false;
    }
  }
}
