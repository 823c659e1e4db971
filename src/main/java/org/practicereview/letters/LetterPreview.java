package org.practicereview.letters;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.practicereview.casefile.CaseFile;
import org.practicereview.partnership.OwnWords;
import org.practicereview.partnership.Partnership;
import org.springframework.stereotype.Component;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * Prints a text of a letter that is not in use, for a case that is not there. It reads nothing of
 * any case and keeps nothing.
 */
@Component
public class LetterPreview {

  private static final String REFERENCE = "-0000-0000";
  private static final int DAYS_TO_A_DATE = 14;
  private static final float DOTS_PER_INCH = 88;
  private static final int MOST_PAGES = 8;

  private final LetterValues values;
  private final LetterPage page;
  private final LetterPdf pdf;
  private final LetterFonts fonts;
  private final Clock clock;
  private final TemplateText text = new TemplateText(false);

  LetterPreview(
      LetterValues values, LetterPage page, LetterPdf pdf, LetterFonts fonts, Clock clock) {
    this.values = values;
    this.page = page;
    this.pdf = pdf;
    this.fonts = fonts;
    this.clock = clock;
  }

  /**
   * What a letter is printed with in place of a case.
   *
   * @param partnership in whose words
   * @param facts invented facts, by key
   * @param row what is known of its reader, by key
   * @param clocks names of the clocks that run, by id
   * @param recipientKind which kind of reader it goes to, or empty
   */
  public record Sample(
      Partnership partnership,
      Map<String, Object> facts,
      Map<String, Object> row,
      Map<String, String> clocks,
      String recipientKind) {}

  /**
   * Something in a text that cannot be filled in.
   *
   * @param line the line in the body of the template, counted from 1; 0 where it is not known
   * @param reason what the template engine says
   */
  public record NotFilled(int line, String reason) {}

  /**
   * Why a piece of a template cannot be filled in; empty if it can.
   *
   * @param piece a template
   * @param facts keys of facts that it may use
   */
  public Optional<NotFilled> fault(String piece, Iterable<String> facts) {
    Map<String, Object> known = new LinkedHashMap<>();
    facts.forEach(key -> known.put(key, null));
    return fault(piece, Map.of(PathExpressions.FACT, known));
  }

  private Optional<NotFilled> fault(String piece, Map<String, Object> known) {
    try {
      text.fill(piece, known);
      return Optional.empty();
    } catch (TemplateProcessingException e) {
      return Optional.of(
          new NotFilled(
              e.getLine() == null ? 0 : e.getLine(),
              String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage())));
    }
  }

  /** Why it cannot be filled in with a sample; empty if it can. */
  public Optional<NotFilled> fault(LetterTemplate template, Sample sample) {
    return fault(template.body(), known(template, sample));
  }

  /** The characters of a text that no font has; they could not be printed. */
  public List<String> missing(String written) {
    return fonts.missing(written);
  }

  /** The letter as a PDF. */
  public byte[] pdf(LetterTemplate template, Sample sample) {
    return pdf.print(page.around(filled(template, sample), known(template, sample)));
  }

  /** A notice as it is sent: subject, empty line, text. */
  public String mail(LetterTemplate template, Sample sample) {
    return template.subject(reference(sample), sample.partnership())
        + "\n\n"
        + LetterText.plain(filled(template, sample));
  }

  private String filled(LetterTemplate template, Sample sample) {
    return LetterText.clean(text.fill(template.body(), known(template, sample)));
  }

  /** The pages of a PDF as pictures (PNG), up to eight of them. */
  public static List<byte[]> pictures(byte[] printed) {
    try (PDDocument document = Loader.loadPDF(printed)) {
      List<byte[]> pictures = new ArrayList<>();
      PDFRenderer renderer = new PDFRenderer(document);
      for (int at = 0; at < Math.min(MOST_PAGES, document.getNumberOfPages()); at++) {
        BufferedImage picture = renderer.renderImageWithDPI(at, DOTS_PER_INCH, ImageType.RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        pictures.add(out.toByteArray());
      }
      return pictures;
    } catch (IOException e) {
      throw new UncheckedIOException("The letter could not be shown", e);
    }
  }

  private static String reference(Sample sample) {
    return sample.partnership().referencePrefix() + REFERENCE;
  }

  private Map<String, Object> known(LetterTemplate template, Sample sample) {
    Partnership partnership = sample.partnership();
    CaseFile none =
        new CaseFile(
            reference(sample),
            partnership.id(),
            partnership.name(),
            partnership.guidance(),
            "open",
            null,
            clock.instant(),
            null,
            CaseFile.CASE);
    Recipient reader =
        new Recipient(sample.recipientKind(), "", "Alex Invented", "reader", Optional.of("sample"));
    Map<String, Object> known = values.around(template, none, partnership, reader);
    OwnWords words = template.words(partnership);
    Map<String, Object> facts = new LinkedHashMap<>();
    template.optional().forEach(key -> facts.put(key, printed(words, key, sample)));
    template.required().forEach(key -> facts.put(key, printed(words, key, sample)));
    known.put(PathExpressions.FACT, facts);
    known.put("row", values.printed(words, sample.row()));
    String day = PlainFacts.weekday(LocalDate.now(clock).plusDays(DAYS_TO_A_DATE));
    Map<String, Object> clocks = new LinkedHashMap<>();
    sample
        .clocks()
        .forEach(
            (id, name) ->
                clocks.put(
                    id, Map.of("name", name, "dueOn", day, "newDate", day, "state", "running")));
    known.put("clock", clocks);
    known.put("about", clocks.values().stream().findFirst().orElse(null));
    known.put("partners", partners(template, words, sample));
    Map<String, Object> agency =
        Map.of(
            "name",
            "Invented Community Health Trust",
            "state",
            "asked, no answer yet",
            "answered",
            false,
            "askedOn",
            day,
            "dueOn",
            day,
            "answeredOn",
            day);
    known.put("agency", agency);
    known.put("agencies", List.of(agency));
    known.put("ownLink", Map.of("address", "https://reviews.example/sample", "until", day));
    return known;
  }

  private List<Map<String, Object>> partners(
      LetterTemplate template, OwnWords words, Sample sample) {
    List<Map<String, Object>> partners = new ArrayList<>();
    LetterValues.PARTNERS
        .values()
        .forEach(
            name -> {
              Map<String, Object> partner = new LinkedHashMap<>();
              partner.put("name", name);
              template.partnerFacts().forEach(key -> partner.put(key, printed(words, key, sample)));
              partners.add(partner);
            });
    return partners;
  }

  private Object printed(OwnWords words, String key, Sample sample) {
    return values.printed(words, key, sample.facts().get(key));
  }
}
