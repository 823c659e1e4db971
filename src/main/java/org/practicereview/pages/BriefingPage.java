package org.practicereview.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.practicereview.learning.BriefingLinkEnded;
import org.practicereview.learning.Presentations;
import org.practicereview.learning.Presentations.File;
import org.practicereview.partnership.Partnerships;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where someone who was at a briefing confirms, with the link in their letter, that they want the
 * presentation. Address, title and file name say nothing of the case; a link that has ended and one
 * that never was look the same.
 */
@Controller
class BriefingPage {

  private static final int PER_HOUR = 60;
  private static final String ENDED = "pages/briefing-ended";

  private final Presentations presentations;
  private final Partnerships partnerships;
  private final RateByAddress rate;

  BriefingPage(Presentations presentations, Partnerships partnerships, JdbcClient jdbc) {
    this.rate = new RateByAddress(jdbc, "briefing", PER_HOUR);
    this.presentations = presentations;
    this.partnerships = partnerships;
  }

  /** Opened too often from one connection. */
  private static final class TooOften extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  @ModelAttribute
  void guard(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, noarchive");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (!rate.allows(request.getRemoteAddr())) {
      throw new TooOften();
    }
  }

  @GetMapping("/briefing/{token}")
  String show(@PathVariable("token") String token, Model page) {
    Presentations.Offer offer = presentations.offer(token);
    page.addAttribute("token", token);
    page.addAttribute("offer", offer);
    page.addAttribute("partnership", partnerships.get(offer.partnership()));
    return "pages/briefing";
  }

  @PostMapping("/briefing/{token}/presentation")
  ResponseEntity<byte[]> give(@PathVariable("token") String token) {
    File file = presentations.give(token);
    String ending = file.mediaType().endsWith("pdf") ? ".pdf" : ".pptx";
    return OneLetterPage.file(
        file.content(),
        MediaType.parseMediaType(file.mediaType()),
        ContentDisposition.attachment().filename("presentation" + ending).build());
  }

  @PostMapping("/briefing/{token}/request")
  String ask(@PathVariable("token") String token) {
    presentations.ask(token);
    return "redirect:/briefing/" + token;
  }

  @ExceptionHandler(BriefingLinkEnded.class)
  String ended(HttpServletResponse response, Model page) {
    response.setStatus(HttpStatus.GONE.value());
    page.addAttribute("tooOften", false);
    return ENDED;
  }

  @ExceptionHandler(TooOften.class)
  String tooOften(HttpServletResponse response, Model page) {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    page.addAttribute("tooOften", true);
    return ENDED;
  }
}
