package org.practicereview.pages;

import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.practicereview.work.DailySummaries;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the mails of the last working mornings said to the reader. */
@Controller
class DailySummaryPage {

  private final DailySummaries summaries;
  private final Partnerships partnerships;

  DailySummaryPage(DailySummaries summaries, Partnerships partnerships) {
    this.summaries = summaries;
    this.partnerships = partnerships;
  }

  @GetMapping("/daily-summary")
  String show(@AuthenticationPrincipal SignedIn reader, Model page) {
    page.addAttribute("said", summaries.of(reader.userId()));
    page.addAttribute("words", new PlainWords(partnerships.all().get(0)));
    return "pages/daily-summary";
  }
}
