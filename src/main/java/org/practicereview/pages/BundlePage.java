package org.practicereview.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.practicereview.bundle.Bundle;
import org.practicereview.bundle.BundleWork;
import org.practicereview.bundle.Bundles;
import org.practicereview.bundle.Part;
import org.practicereview.bundle.Purpose;
import org.practicereview.bundle.RemovalReason;
import org.practicereview.casefile.CaseView;
import org.practicereview.casefile.SealedReport;
import org.practicereview.casefile.Seals;
import org.practicereview.engine.AccountNames;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The bundles of a case for those outside: choose what goes in and what is removed, and take what
 * was made. Only those who know every case of the partnership may make or take one; what they may
 * not read themselves is in none of theirs.
 */
@Controller
class BundlePage {

  private final CasePage casePage;
  private final BundleContents contents;
  private final Bundles bundles;
  private final BundleWork work;
  private final Seals seals;
  private final AuditTrail audit;
  private final AccountNames names;
  private final ObjectMapper json;
  private final Clock clock;

  BundlePage(
      CasePage casePage,
      BundleContents contents,
      Bundles bundles,
      BundleWork work,
      Seals seals,
      AuditTrail audit,
      AccountNames names,
      ObjectMapper json,
      Clock clock) {
    this.casePage = casePage;
    this.contents = contents;
    this.bundles = bundles;
    this.work = work;
    this.seals = seals;
    this.audit = audit;
    this.names = names;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping("/case/{reference}/bundle")
  String show(
      @PathVariable("reference") String reference,
      @RequestParam(name = "again", defaultValue = "") String again,
      @AuthenticationPrincipal SignedIn reader,
      Model page) {
    CaseView view = seen(reference, reader);
    BundleWanted wanted =
        again.isEmpty() ? BundleWanted.nothing() : read(takeable(view, again).wanted());
    return show(view, wanted, page);
  }

  private String show(CaseView view, BundleWanted wanted, Model page) {
    page.addAttribute("case", view.file());
    page.addAttribute("words", new PlainWords(view.partnership()));
    page.addAttribute("names", names.inPartnership(view.partnership().id()));
    page.addAttribute("wanted", wanted);
    page.addAttribute("formKey", UUID.randomUUID().toString());
    page.addAttribute("purposes", Purpose.values());
    page.addAttribute("parts", Part.values());
    page.addAttribute("reasons", RemovalReason.values());
    page.addAttribute("items", contents.items(view));
    page.addAttribute("known", contents.names(view));
    List<Bundle> made = bundles.of(view.reference());
    Instant now = clock.instant();
    page.addAttribute("now", now);
    page.addAttribute("bundles", made);
    page.addAttribute("making", made.stream().anyMatch(one -> one.isBeingMade(now)));
    page.addAttribute(
        "takeable", made.stream().filter(bundle -> mayTake(view, bundle)).map(Bundle::id).toList());
    return "pages/bundle";
  }

  @PostMapping("/case/{reference}/bundle")
  String make(
      @PathVariable("reference") String reference,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn by,
      RedirectAttributes back,
      Model page) {
    // Before anything is gathered: what is sealed from here on is in no bundle that opens.
    boolean underSeal = seals.isSealed(reference);
    CaseView view = seen(reference, by);
    BundleWanted wanted = BundleWanted.of(sent);
    try {
      String written = written(wanted);
      String id = id(reference, by, sent.getFirst("formKey"), written);
      work.make(contents.order(view, by, wanted, new BundleContents.Kept(id, written, underSeal)));
    } catch (Refused e) {
      // The page again, with what was chosen: it names people and goes into no session.
      page.addAttribute("refused", e.getMessage() + ". No bundle was made.");
      return show(view, wanted, page);
    }
    back.addFlashAttribute(
        "done", "The bundle is being made. This takes up to a few minutes; you can go on working.");
    return "redirect:/case/" + reference + "/bundle";
  }

  @GetMapping("/case/{reference}/bundle/{id}/bundle.pdf")
  void take(
      @PathVariable("reference") String reference,
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn reader,
      HttpServletResponse answer)
      throws IOException {
    CaseView view = seen(reference, reader);
    Bundle bundle = takeable(view, id);
    if (!bundle.isMade()) {
      throw new NotThere("The bundle is not made");
    }
    if (!bundles.isOpen(bundle)) {
      throw new SealedReport();
    }
    audit.record(
        reference,
        reader.userId(),
        "The bundle for %s with the checksum %s was taken out."
            .formatted(bundle.purpose().within(), bundle.sha256()));
    answer.setContentType(MediaType.APPLICATION_PDF_VALUE);
    answer.setContentLengthLong(bundle.size());
    answer.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(reference + " bundle.pdf").build().toString());
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    bundles.write(bundle, answer.getOutputStream());
  }

  private CaseView seen(String reference, SignedIn reader) {
    CaseView view = casePage.view(reference, reader);
    if (!BundleLink.mayMake(view.file(), reader)) {
      throw new NotThere("Bundles of this case are not open to you");
    }
    return view;
  }

  private Bundle takeable(CaseView view, String id) {
    Bundle bundle = bundles.get(view.reference(), id);
    if (!mayTake(view, bundle)) {
      throw new NotThere("This bundle is not open to you");
    }
    return bundle;
  }

  /** What practitioners said is read by fewer: a bundle that may hold it opens for these only. */
  private static boolean mayTake(CaseView view, Bundle bundle) {
    return BundleContents.sessions(view).containsAll(bundle.sessions());
  }

  /** The same form with the same choices is the same bundle, however often it is sent. */
  private static String id(String reference, SignedIn by, String key, String written) {
    return key == null || key.isBlank()
        ? UUID.randomUUID().toString()
        : UUID.nameUUIDFromBytes(
                String.join("\n", key, reference, by.userId(), written)
                    .getBytes(StandardCharsets.UTF_8))
            .toString();
  }

  private String written(BundleWanted wanted) {
    try {
      return json.writeValueAsString(wanted);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BundleWanted read(String written) {
    try {
      return json.readValue(written, BundleWanted.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
