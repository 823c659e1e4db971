package org.practicereview.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.drafts.ReferralDrafts;
import org.practicereview.drafts.ReferralDrafts.Begun;
import org.practicereview.engine.CaseForms;
import org.practicereview.engine.SentReferrals;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormField.Kind;
import org.practicereview.forms.FormRefused;
import org.practicereview.forms.FormSchema;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Busy;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The public referral: the start form of the journey, drawn as a page of its own for people without
 * an account. The questions and rules are those of the form file, so that an administrator changes
 * them in one place.
 */
@Controller
class ReferPage {

  private static final String JOURNEY = "practice-review";
  private static final String PUBLIC = "public-referral";

  /** The secret of a browser, by which it gets back what was typed in it. */
  private static final String COOKIE = "referral-draft";

  private final CaseForms forms;
  private final Partnerships partnerships;
  private final ReferralRate rate;
  private final DraftRate draftRate;
  private final SentReferrals sentReferrals;
  private final ReferralDrafts drafts;
  private final Guidance guidance = new Guidance();

  ReferPage(
      CaseForms forms,
      Partnerships partnerships,
      ReferralRate rate,
      DraftRate draftRate,
      SentReferrals sentReferrals,
      ReferralDrafts drafts) {
    this.drafts = drafts;
    this.forms = forms;
    this.partnerships = partnerships;
    this.rate = rate;
    this.draftRate = draftRate;
    this.sentReferrals = sentReferrals;
  }

  @GetMapping("/refer")
  String choose(Model page) {
    page.addAttribute("partnerships", partnerships.all());
    return "pages/refer-choose";
  }

  @GetMapping("/refer/{partnership}")
  String ask(
      @PathVariable("partnership") String id,
      @CookieValue(name = COOKIE, defaultValue = "") String secret,
      Model page) {
    Partnership partnership = known(id);
    page.addAttribute("begun", drafts.last(secret, id).orElse(null));
    page.addAttribute("words", new PlainWords(partnership));
    return form(page, partnership, Map.of(), SentReferrals.newMark(), null);
  }

  /**
   * Keeps what is typed, for this browser and a day; sent while typing and when the page closes.
   */
  @PostMapping("/refer/{partnership}/draft")
  ResponseEntity<Map<String, String>> keep(
      @PathVariable("partnership") String id,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "once", defaultValue = "") String mark,
      @CookieValue(name = COOKIE, defaultValue = "") String secret,
      @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "same-origin") String from,
      HttpServletRequest request,
      HttpServletResponse response) {
    // A strange page may not put words into someone's form.
    if (!from.equals("same-origin") || !SentReferrals.isMark(mark)) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    FormSchema form = forms.startForm(JOURNEY, known(id).id());
    String own = secret;
    if (own.isEmpty()) {
      if (!draftRate.allows(request.getRemoteAddr())) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
      }
      own = ReferralDrafts.newSecret();
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(own, request).toString());
    }
    if (sentReferrals.reference(mark).isPresent()) {
      return ResponseEntity.noContent().build();
    }
    try {
      Instant kept = drafts.keep(own, mark, id, given(form, sent));
      return ResponseEntity.ok(Map.of("keptAt", kept.toString()));
    } catch (Refused e) {
      return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", e.getMessage()));
    }
  }

  /** Shows what was typed in this browser before, for whoever asks for it. */
  @PostMapping("/refer/{partnership}/draft/shown")
  String show(
      @PathVariable("partnership") String id,
      @CookieValue(name = COOKIE, defaultValue = "") String secret,
      Model page) {
    Partnership partnership = known(id);
    Optional<Begun> begun = drafts.last(secret, id);
    if (begun.isEmpty()) {
      return "redirect:/refer/" + partnership.id();
    }
    String once = begun.get().once();
    page.addAttribute("again", true);
    return form(page, partnership, drafts.answers(secret, once), once, null);
  }

  /** Deletes everything that was typed in this browser. */
  @PostMapping("/refer/{partnership}/draft/deletion")
  String delete(
      @PathVariable("partnership") String id,
      @CookieValue(name = COOKIE, defaultValue = "") String secret,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes back) {
    drafts.forgetAll(secret);
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie("", request).mutate().maxAge(0).build().toString());
    back.addFlashAttribute("deleted", true);
    return "redirect:/refer/" + known(id).id();
  }

  /** Gone when the browser is closed, and of no use after a day. */
  private static ResponseCookie cookie(String secret, HttpServletRequest request) {
    return ResponseCookie.from(COOKIE, secret)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .path(request.getContextPath() + "/refer/")
        .build();
  }

  /** Positions of the questions not to be shown; the page asks again whenever an answer changes. */
  @PostMapping("/refer/{partnership}/hidden")
  @ResponseBody
  List<Integer> hidden(
      @PathVariable("partnership") String id, @RequestParam MultiValueMap<String, String> sent) {
    FormSchema form = forms.startForm(JOURNEY, known(id).id());
    return forms.hidden(form, id, given(form, sent));
  }

  @PostMapping("/refer/{partnership}")
  String receive(
      @PathVariable("partnership") String id,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "once", defaultValue = "") String mark,
      @CookieValue(name = COOKIE, defaultValue = "") String secret,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes received,
      Model page) {
    Partnership partnership = known(id);
    String once = SentReferrals.isMark(mark) ? mark : SentReferrals.newMark();
    Map<String, Object> given = given(forms.startForm(JOURNEY, partnership.id()), sent);
    if (!rate.allows(request.getRemoteAddr())) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      return form(
          page,
          partnership,
          given,
          once,
          new FormRefused("Too many referrals came from your connection. Try again in an hour."));
    }
    try {
      boolean asBefore =
          sentReferrals
              .send(once, given, () -> forms.start(JOURNEY, partnership.id(), given, PUBLIC))
              .asBefore();
      drafts.forget(secret, once);
      received.addAttribute("once", once);
      if (!asBefore) {
        received.addAttribute("changed", true);
      }
      return "redirect:/refer/" + partnership.id() + "/received";
    } catch (FormRefused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return form(page, partnership, given, once, refused);
    } catch (RuntimeException e) {
      if (!Busy.is(e)) {
        throw e;
      }
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      return form(page, partnership, given, once, new FormRefused(Busy.words(BusyPage.number(e))));
    }
  }

  /** What became of a form that was sent; to be loaded as often as one likes. */
  @GetMapping("/refer/{partnership}/received")
  String received(
      @PathVariable("partnership") String id,
      @RequestParam("once") String once,
      @RequestParam(name = "changed", defaultValue = "false") boolean changed,
      Model page) {
    page.addAttribute("partnership", known(id));
    page.addAttribute("changed", changed);
    page.addAttribute(
        "reference",
        sentReferrals
            .reference(once)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "pages/refer-received";
  }

  private String form(
      Model page,
      Partnership partnership,
      Map<String, Object> given,
      String once,
      FormRefused refused) {
    FormSchema form = forms.startForm(JOURNEY, partnership.id());
    page.addAttribute("partnership", partnership);
    page.addAttribute("fields", form.fields());
    page.addAttribute("hidden", forms.hidden(form, partnership.id(), given));
    page.addAttribute("given", given);
    page.addAttribute("once", once);
    page.addAttribute("guidance", guidance);
    page.addAttribute("refused", refused);
    return "pages/refer";
  }

  private Partnership known(String id) {
    return partnerships
        .find(id)
        .orElseThrow(() -> new NotThere("There is no partnership \"" + id + "\""));
  }

  private static Map<String, Object> given(FormSchema form, MultiValueMap<String, String> sent) {
    Map<String, Object> given = new LinkedHashMap<>();
    for (FormField field : form.questions()) {
      List<String> values = sent.get(field.key());
      if (values == null || values.isEmpty()) {
        continue;
      }
      if (field.kind() == Kind.CHOICES) {
        given.put(field.key(), values);
      } else if (field.kind() == Kind.TICK) {
        given.put(field.key(), true);
      } else if (!values.get(0).isBlank()) {
        given.put(field.key(), values.get(0));
      }
    }
    return given;
  }
}
