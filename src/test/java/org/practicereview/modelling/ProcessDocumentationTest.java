package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicereview.modelling.ShippedModels.ShippedModel;

/**
 * The pictures and tables in {@code docs/processes/} say what the models say. With {@code
 * -Ddocs.write=true} those of models that have changed are written anew, which needs Chromium;
 * checking them does not.
 */
class ProcessDocumentationTest {

  private static final Path DOCS = Path.of("docs/processes");

  @BeforeAll
  static void writeWhenAsked() throws IOException, InterruptedException {
    if (!Boolean.getBoolean("docs.write")) {
      return;
    }
    Set<Path> orphans = new TreeSet<>(ShippedModels.files(DOCS, ".svg"));
    for (ShippedModel model : ShippedModels.processes()) {
      Path picture = DOCS.resolve(ProcessTables.picture(model));
      if (!orphans.remove(picture)
          || !ShippedModels.text(picture).contains(Pictures.hashLine(model))) {
        Files.createDirectories(picture.getParent());
        Files.writeString(picture, Pictures.draw(model));
      }
      Files.writeString(picture, Pictures.captioned(ShippedModels.text(picture), model));
    }
    for (Path orphan : orphans) {
      Files.delete(orphan);
    }
    Files.writeString(DOCS.resolve("README.md"), new ProcessTables().page());
  }

  @Test
  void everyModelHasAPictureOfItsPresentState() {
    assertThat(picturesThatDiffer(DOCS, ShippedModels.processes())).isEmpty();
  }

  @Test
  void thePageSaysWhatTheModelsSay() {
    assertThat(ShippedModels.text(DOCS.resolve("README.md"))).isEqualTo(new ProcessTables().page());
  }

  @Test
  void aPictureOfAnOlderModelAMissingOneAndAnOrphanAreAllFound(@TempDir Path folder)
      throws IOException {
    List<ShippedModel> models = ShippedModels.processes().subList(0, 2);
    Path old = folder.resolve(ProcessTables.picture(models.get(0)));
    Files.writeString(old, Pictures.hashLine(models.get(1)));
    Files.writeString(folder.resolve("orphan.svg"), "<svg/>");

    assertThat(picturesThatDiffer(folder, models))
        .containsExactlyInAnyOrder(
            ProcessTables.picture(models.get(0)) + " does not show the present model",
            ProcessTables.picture(models.get(1)) + " is missing",
            "orphan.svg shows no model");
  }

  private static boolean captionsAreOf(String picture, ShippedModel model) {
    return picture.equals(Pictures.captioned(picture, model));
  }

  private static List<String> picturesThatDiffer(Path folder, List<ShippedModel> models) {
    TreeSet<String> present = new TreeSet<>();
    ShippedModels.files(folder, ".svg")
        .forEach(file -> present.add(ShippedModels.slashes(folder.relativize(file))));
    TreeSet<String> faults = new TreeSet<>();
    for (ShippedModel model : models) {
      String picture = ProcessTables.picture(model);
      if (!present.remove(picture)) {
        faults.add(picture + " is missing");
      } else if (!ShippedModels.text(folder.resolve(picture)).contains(Pictures.hashLine(model))) {
        faults.add(picture + " does not show the present model");
      } else if (!captionsAreOf(ShippedModels.text(folder.resolve(picture)), model)) {
        faults.add(picture + " does not say who does what, by when");
      }
    }
    present.forEach(orphan -> faults.add(orphan + " shows no model"));
    return List.copyOf(faults);
  }
}
