package org.practicereview.pages;

import java.util.Set;
import org.practicereview.outbox.Installation;
import org.practicereview.refusals.Refused;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator says what a restored database is, before it sends any mail. */
@Controller
class InstallationPage {

  private static final String PAGE = "redirect:/installation";

  /** Answers after which mail goes without a further look; a slip of the hand must not do that. */
  private static final Set<String> SENDS_WHAT_WAITS = Set.of("node", "replaces-silent");

  private final Installation installation;

  InstallationPage(Installation installation) {
    this.installation = installation;
  }

  @GetMapping("/installation")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    require(reader);
    page.addAttribute("state", installation.state().name());
    page.addAttribute("held", installation.held());
    return "pages/installation";
  }

  @PostMapping("/installation")
  String decide(
      @AuthenticationPrincipal SignedIn by,
      @RequestParam(name = "what", defaultValue = "") String what,
      @RequestParam(name = "sure", defaultValue = "false") boolean sure,
      RedirectAttributes back) {
    require(by);
    try {
      if (SENDS_WHAT_WAITS.contains(what) && !sure && installation.held() > 0) {
        throw new Refused(
            "What waits would be sent at once. Tick that you have checked this, or choose the answer"
                + " after which people decide about each mail");
      }
      switch (what) {
        case "copy" -> installation.isCopy(by.userId());
        case "replaces" -> installation.replaces(true, by.userId());
        case "replaces-silent" -> installation.replaces(false, by.userId());
        case "node" -> installation.nothingWasRestored(by.userId());
        default -> throw new Refused("Choose what this is");
      }
      back.addFlashAttribute("done", "This is kept, and stands in the trail of the service.");
    } catch (Refused e) {
      back.addFlashAttribute("refused", e.getMessage() + ". Nothing was changed.");
    }
    return PAGE;
  }

  private static void require(SignedIn reader) {
    if (!reader.is(Role.SYSTEM_ADMINISTRATOR)) {
      throw new NotAllowed();
    }
  }
}
