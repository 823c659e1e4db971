package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.modelling.CaptionPlaces.Placed;
import org.practicereview.modelling.ShippedModels.ShippedModel;

@DisplayName("The words beside the steps of a picture")
class PictureCaptionsTest {

  @Test
  @DisplayName("say who does a task, how long a clock runs from when, and which letter is written")
  void words() {
    assertThat(of("consider-referral"))
        .containsEntry("userTask_screenReferral", "Business manager")
        .containsEntry("userTask_giveView", "Each safeguarding partner");
    assertThat(of("agency-return").values())
        .contains(
            "Agency",
            "1 working day before",
            "5 working days after the agency was asked",
            "\u201CRequest for information for a rapid review\u201D");
    assertThat(of("publication").values()).contains("On the day");
    assertThat(of("scoping").values()).contains("Safeguarding partners");
  }

  @Test
  @DisplayName("all find a place, on no step and on no other words")
  void places() {
    int captions = 0;
    for (ShippedModel model : ShippedModels.processes()) {
      Map<String, String> said = Pictures.captions(model);
      List<Placed> placed = new CaptionPlaces(model.model(), said).placed();
      assertThat(placed).as(model.path()).extracting(Placed::id).hasSameSizeAs(said.keySet());
      List<Rectangle2D> taken = new ArrayList<>(steps(model));
      for (Placed one : placed) {
        assertThat(taken).as(model.path() + " " + one.lines()).noneMatch(one.at()::intersects);
        taken.add(one.at());
      }
      captions += placed.size();
    }
    assertThat(captions).isGreaterThan(350);
  }

  @Test
  @DisplayName("stand in the picture of a proposal, too")
  void proposal() throws IOException {
    for (String process : List.of("agency-return", "consider-referral", "publication")) {
      ShippedModel model = named(process);
      String svg =
          new ModelPicture(model.model(), Map.of(), Pictures.captions(model)).svg("Proposed");
      assertThat(svg).contains("<g class=\"captions\"");
      Path pictures = Files.createDirectories(Path.of("target", "pictures"));
      Files.writeString(pictures.resolve(process + ".svg"), svg);
    }
    assertThat(Files.readString(Path.of("target", "pictures", "agency-return.svg")))
        .contains(">1 working day</text>", ">before</text>", ">Agency</text>");
  }

  private static List<Rectangle2D> steps(ShippedModel model) {
    return model.model().getModelElementsByType(BpmnShape.class).stream()
        .filter(shape -> shape.getBpmnElement() instanceof Activity)
        .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
        .map(BpmnShape::getBounds)
        .<Rectangle2D>map(PictureCaptionsTest::box)
        .toList();
  }

  private static Rectangle2D box(Bounds at) {
    return new Rectangle2D.Double(at.getX(), at.getY(), at.getWidth(), at.getHeight());
  }

  private static Map<String, String> of(String process) {
    return Pictures.captions(named(process));
  }

  private static ShippedModel named(String process) {
    return ShippedModels.processes().stream()
        .filter(model -> model.process().getId().equals(process))
        .findFirst()
        .orElseThrow();
  }
}
