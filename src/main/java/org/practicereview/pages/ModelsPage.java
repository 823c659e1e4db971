package org.practicereview.pages;

import org.practicereview.modelling.DeploymentTrail;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was deployed and what was refused, for those who answer for the models. */
@Controller
class ModelsPage {

  private final DeploymentTrail trail;
  private final Partnerships partnerships;

  ModelsPage(DeploymentTrail trail, Partnerships partnerships) {
    this.trail = trail;
    this.partnerships = partnerships;
  }

  @GetMapping("/models")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    if (!mayRead(reader)) {
      throw new NotAllowed();
    }
    page.addAttribute("entries", trail.all());
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/models";
  }

  /** Whether the models are their work, or to be looked into by them. */
  static boolean mayRead(SignedIn reader) {
    return reader.is(Role.MODEL_ADMINISTRATOR)
        || reader.is(Role.SYSTEM_ADMINISTRATOR)
        || reader.is(Role.AUDITOR);
  }
}
