package org.practicereview.modelling;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Only models, decision tables and forms are deployed, each under the name of what it holds. */
final class FileRule implements GateRule {

  static final String OWN_SOURCE = "practice-review";
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9_-]+)*\\.(bpmn|dmn|form|html)");
  private static final Pattern OTHER_ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding=[\"'](?!(?i)utf-8[\"'])");
  private static final int LARGEST = 1_000_000;

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    if (!submission.sender().tenant().isEmpty()) {
      faults.accept(
          whole(
              "the deployment",
              "it is for the tenant " + submission.sender().tenant(),
              "Leave the tenant empty: models belong to all partnerships, and what one of them"
                  + " does otherwise stands in its profile."));
    }
    if (!submission.sender().isService() && submission.sender().source().equals(OWN_SOURCE)) {
      faults.accept(
          whole(
              "the deployment",
              "it says that it comes from " + OWN_SOURCE,
              "Leave the source empty: this one is kept for what comes with the service."));
    }
    submission
        .files()
        .forEach(
            (name, text) -> {
              if (!NAME.matcher(name).matches()) {
                faults.accept(
                    whole(
                        name,
                        "it is no model, decision table or form",
                        "Deploy files that end in .bpmn, .dmn, .form or .html, with plain letters"
                            + " in their names."));
              }
              if (OTHER_ENCODING.matcher(text).find()) {
                faults.accept(
                    whole(name, "it is not written in UTF-8", "Save it with UTF-8 as encoding."));
              }
              if (text.length() > LARGEST) {
                faults.accept(
                    whole(name, "it is larger than a megabyte", "Make several models of it."));
              }
            });
    submission
        .unreadable()
        .forEach(
            name ->
                faults.accept(
                    whole(
                        name,
                        "it is not a BPMN model that can be read",
                        "Open it in the modeler, and save it again.")));
    submission.models().forEach(model -> named(model, faults));
  }

  private static void named(OneModel model, Consumer<Fault> faults) {
    Set<String> processes = model.processes();
    if (processes.size() != 1) {
      faults.accept(
          whole(
              model.file(),
              "it holds " + processes.size() + " processes",
              "Draw one process in each file."));
      return;
    }
    String process = processes.iterator().next();
    if (!OneModel.formOf(model.file()).equals(process)) {
      faults.accept(
          whole(
              model.file(),
              "its process is called " + process,
              "Give the process the id "
                  + OneModel.formOf(model.file())
                  + " again, or name the file of a new process "
                  + process
                  + ".bpmn. Under another id a process is another one, and no case finds it."));
    }
  }

  private static Fault whole(String file, String wrong, String remedy) {
    return new Fault(file, "", "", wrong, remedy);
  }
}
