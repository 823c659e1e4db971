package org.practicereview.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.SealedReport;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.publication.Publications;
import org.practicereview.publication.PublishedItem;
import org.practicereview.refusals.NotThere;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What has been published, for everyone and without an account. Every answer has to be asked for
 * again each time: what was taken down must not live on in a cache. An address of something that
 * was taken down says so, for good.
 */
@Controller
class PublishedPages {

  private static final String ASK_AGAIN = "no-cache";
  private static final String NO_COPIES = "noarchive";
  private static final MediaType ATOM =
      new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

  private final Publications publications;
  private final Partnerships partnerships;
  private final String address;

  PublishedPages(
      Publications publications,
      Partnerships partnerships,
      @Value("${practice-review.address}") String address) {
    this.publications = publications;
    this.partnerships = partnerships;
    this.address = address.replaceAll("/+$", "");
  }

  /** What one partnership has published. */
  public record Shelf(
      Partnership partnership, List<PublishedItem> reports, List<PublishedItem> briefs) {}

  @GetMapping("/published")
  String list(HttpServletResponse response, Model page) {
    response.setHeader("Cache-Control", ASK_AGAIN);
    Map<String, Shelf> shelves = new LinkedHashMap<>();
    List<PublishedItem> standing = publications.standing();
    for (Partnership partnership : partnerships.all()) {
      List<PublishedItem> own =
          standing.stream().filter(item -> item.partnership().equals(partnership.id())).toList();
      shelves.put(
          partnership.id(),
          new Shelf(
              partnership,
              own.stream().filter(item -> !item.isBrief()).toList(),
              own.stream().filter(PublishedItem::isBrief).toList()));
    }
    page.addAttribute("shelves", shelves.values());
    return "pages/published";
  }

  @GetMapping("/published/{id}")
  String show(@PathVariable("id") String id, HttpServletResponse response, Model page) {
    PublishedItem item = publications.item(id);
    page.addAttribute("item", item);
    page.addAttribute("partnership", partnerships.get(item.partnership()));
    if (isGone(item)) {
      response.setStatus(HttpStatus.GONE.value());
      response.setHeader("Cache-Control", "no-store");
      return "pages/published-gone";
    }
    response.setHeader("Cache-Control", ASK_AGAIN);
    response.setHeader("X-Robots-Tag", NO_COPIES);
    page.addAttribute("size", sizeOf(publications.file(id).length));
    page.addAttribute(
        "briefs",
        publications.ofCase(item.caseReference()).stream()
            .filter(other -> other.isBrief() && !other.isRemoved() && !item.isBrief())
            .toList());
    return "pages/published-item";
  }

  @GetMapping("/published/{id}/report.pdf")
  ResponseEntity<byte[]> file(@PathVariable("id") String id) {
    PublishedItem item = publications.item(id);
    if (isGone(item)) {
      return ResponseEntity.status(HttpStatus.GONE)
          .header("Cache-Control", "no-store")
          .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
          .body(
              (item.withdrawn()
                      ? "This was published here and has been withdrawn."
                      : "This was published here and has been taken down.")
                  .getBytes(StandardCharsets.UTF_8));
    }
    return ResponseEntity.ok()
        .eTag('"' + item.sha256() + '"')
        .header("Cache-Control", ASK_AGAIN)
        .header("X-Robots-Tag", NO_COPIES)
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Disposition",
            ContentDisposition.inline()
                .filename(item.title().replace('/', '-') + ".pdf")
                .build()
                .toString())
        .contentType(MediaType.APPLICATION_PDF)
        .body(publications.file(id));
  }

  @GetMapping("/published/feed.xml")
  ResponseEntity<String> feed() {
    return ResponseEntity.ok()
        .header("Cache-Control", ASK_AGAIN)
        .contentType(ATOM)
        .body(PublishedFeed.atom(publications.standing(), partnerships, address));
  }

  @GetMapping("/sitemap.xml")
  ResponseEntity<String> sitemap() {
    return ResponseEntity.ok()
        .header("Cache-Control", ASK_AGAIN)
        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
        .body(PublishedFeed.sitemap(publications.standing(), address));
  }

  /** Search engines see what is public, and nothing else. */
  @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
  @ResponseBody
  String robots() {
    return """
        User-agent: *
        Allow: /published
        Allow: /refer
        Allow: /steps
        Allow: /$
        Disallow: /

        Sitemap: %s/sitemap.xml
        """
        .formatted(address);
  }

  /** Taken down, or under a seal that came later. */
  private boolean isGone(PublishedItem item) {
    if (item.isRemoved()) {
      return true;
    }
    try {
      publications.file(item.id());
      return false;
    } catch (SealedReport | NotThere e) {
      return true;
    }
  }

  private static String sizeOf(int bytes) {
    int kilobytes = Math.max(1, bytes / 1024);
    return kilobytes < 1024 ? kilobytes + " KB" : "%.1f MB".formatted(kilobytes / 1024.0);
  }
}
