package org.practicereview.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseReach;
import org.practicereview.oversight.StepTimes;
import org.practicereview.oversight.StepTimes.StepTime;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where time goes, on the pictures of the models. */
@Controller
class HeatMapPage {

  private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

  /** Steps that are named as those to which most time goes. */
  private static final int SLOWEST = 3;

  private final Watched watched;
  private final StepTimes times;
  private final Partnerships partnerships;

  HeatMapPage(Watched watched, StepTimes times, Partnerships partnerships) {
    this.watched = watched;
    this.times = times;
    this.partnerships = partnerships;
  }

  @GetMapping("/oversight/picture")
  String show(
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseReach reach = watched.reach(reader);
    String partnership = Watched.partnership(asked, reach);
    Partnership words = words(partnership, reach);
    String process = process(asked);
    List<StepTime> steps = times.of(process, words, watched.year(asked), partnership, reach);
    page.addAttribute("process", process);
    page.addAttribute("models", times.models(words));
    page.addAttribute("steps", steps);
    page.addAttribute(
        "slowest", steps.stream().filter(one -> one.median() > 0).limit(SLOWEST).toList());
    watched.show(page, watched.year(asked), partnership, reach);
    return "pages/heat-map";
  }

  @GetMapping("/oversight/picture.svg")
  ResponseEntity<String> picture(
      @RequestParam Map<String, String> asked, @AuthenticationPrincipal SignedIn reader) {
    CaseReach reach = watched.reach(reader);
    String partnership = Watched.partnership(asked, reach);
    return ResponseEntity.ok()
        .contentType(SVG)
        .body(
            times.picture(
                process(asked),
                words(partnership, reach),
                watched.year(asked),
                partnership,
                reach));
  }

  private static String process(Map<String, String> asked) {
    return asked.getOrDefault("model", StepTimes.JOURNEY);
  }

  private Partnership words(String partnership, CaseReach reach) {
    return partnerships.get(partnership.isEmpty() ? reach.whole().get(0) : partnership);
  }
}
