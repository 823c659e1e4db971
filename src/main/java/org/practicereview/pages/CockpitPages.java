package org.practicereview.pages;

import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseReach;
import org.practicereview.oversight.Standing;
import org.practicereview.oversight.StatutoryDates;
import org.practicereview.oversight.StepCounts;
import org.practicereview.oversight.StepCounts.AtStep;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** What Cockpit shows of the cases of those who watch over a partnership. */
@Controller
class CockpitPages {

  /** Dates on the first page of Cockpit; oversight has the rest. */
  private static final int SHOWN = 10;

  private final Watched watched;
  private final CaseAccess access;
  private final Standing standing;
  private final StatutoryDates statutory;
  private final StepCounts steps;

  CockpitPages(
      Watched watched,
      CaseAccess access,
      Standing standing,
      StatutoryDates statutory,
      StepCounts steps) {
    this.watched = watched;
    this.access = access;
    this.standing = standing;
    this.statutory = statutory;
    this.steps = steps;
  }

  /**
   * Who is at Cockpit.
   *
   * @param administrator whether they keep the service or its models going
   * @param watching whether they see every case of a partnership
   */
  public record Reader(boolean administrator, boolean watching) {}

  @GetMapping(path = "/oversight/cockpit/reader", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Reader reader(@AuthenticationPrincipal SignedIn reader) {
    return new Reader(
        reader.is(Role.SYSTEM_ADMINISTRATOR) || reader.is(Role.MODEL_ADMINISTRATOR),
        !Watched.partnerships(access, reader).isEmpty());
  }

  /** Where cases stand, and the statutory dates that are late or near. */
  @GetMapping("/oversight/cockpit/standing")
  String standing(@AuthenticationPrincipal SignedIn reader, Model page) {
    CaseReach reach = watched.reach(reader);
    page.addAttribute("stages", standing.stages("", reach));
    page.addAttribute("running", statutory.running("", reach).stream().limit(SHOWN).toList());
    watched.show(page, watched.year(Map.of()), "", reach);
    return "pages/cockpit-standing";
  }

  /** How many cases are at each step of a model. */
  @GetMapping(
      path = "/oversight/cockpit/steps/{process}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  List<AtStep> steps(
      @PathVariable("process") String process, @AuthenticationPrincipal SignedIn reader) {
    return steps.of(process, watched.reach(reader));
  }
}
