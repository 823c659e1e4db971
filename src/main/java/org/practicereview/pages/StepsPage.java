package org.practicereview.pages;

import java.nio.charset.StandardCharsets;
import org.practicereview.oversight.ReviewSteps;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What happens in a review, for everyone and without an account: the steps of a partnership, drawn
 * from the models that are deployed, and whom to ask there.
 */
@Controller
class StepsPage {

  private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

  private final ReviewSteps steps;
  private final Partnerships partnerships;

  StepsPage(ReviewSteps steps, Partnerships partnerships) {
    this.steps = steps;
    this.partnerships = partnerships;
  }

  @GetMapping("/steps")
  String choose(Model page) {
    page.addAttribute("partnerships", partnerships.all());
    return "pages/steps-choose";
  }

  @GetMapping("/steps/{partnership}")
  String show(@PathVariable("partnership") String id, Model page) {
    Partnership partnership = known(id);
    page.addAttribute("partnership", partnership);
    page.addAttribute("stages", steps.of(partnership));
    page.addAttribute("telephone", partnership.setting("telephone"));
    return "pages/steps";
  }

  @GetMapping("/steps/{partnership}/picture.svg")
  ResponseEntity<String> picture(@PathVariable("partnership") String id) {
    return ResponseEntity.ok().contentType(SVG).body(steps.picture(known(id)));
  }

  private Partnership known(String id) {
    return partnerships
        .find(id)
        .orElseThrow(() -> new NotThere("There is no partnership \"" + id + "\""));
  }
}
