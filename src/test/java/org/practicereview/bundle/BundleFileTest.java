package org.practicereview.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicereview.bundle.BundleFile.Made;
import org.practicereview.bundle.BundleOrder.File;
import org.practicereview.bundle.BundleOrder.Head;
import org.practicereview.letters.LetterPdf;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@DisplayName("The file of a bundle")
class BundleFileTest {

  private static final String PAGE =
      """
      <html lang="en-GB"><head><title>Bundle of case SG-2026-0001</title>
      <meta name="description" content="Bundle"><meta name="author" content="Partnership">
      <style>@page { size: A4; margin: 20mm } body { font-family: "Liberation Sans" }
      a.page::after { content: target-counter(attr(href), page) } h2 { page-break-before: always }
      </style></head><body><h1>Bundle</h1>
      <p>Removed <span data-removed="true"></span></p>
      <table><tr><td>Told</td><td><a class="page" href="#told"></a></td></tr>
      <tr><td>File <span data-note="d"></span></td><td id="at" data-pages="d"></td></tr></table>
      <h2 id="told">Told</h2><p>Robin Sample came with <b>Zoë</b> to the Sample family. نور was there.</p>
      </body></html>""";

  private static AnnotationConfigApplicationContext printing;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    printing = new AnnotationConfigApplicationContext();
    printing.register(LetterPdf.class);
    try {
      printing.register(Class.forName("org.practicereview.letters.LetterFonts"));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    printing.refresh();
  }

  @AfterAll
  static void close() {
    printing.close();
  }

  @Test
  @DisplayName("is PDF/A, numbered on every page, with an index that tells the truth")
  void kept() throws Exception {
    byte[] made = made(order(words("First page", "Second page", "Third page"), Set.of(2)));
    KeptPdf.isForKeeping(made);
    List<String> pages = KeptPdf.pages(made);
    assertThat(pages).hasSize(4);
    for (int page = 1; page <= 4; page++) {
      assertThat(pages.get(page - 1))
          .contains("Page " + page + " of 4", "OFFICIAL-SENSITIVE", "for a coroner");
    }
    assertThat(pages.get(0)).contains("Told 2", "3 to 4", "Page 2 left out as asked");
    assertThat(pages.get(2)).contains("First page", "A file, page 1 of 3");
    assertThat(pages.get(3)).contains("Third page", "A file, page 3 of 3");
    assertThat(String.join("", pages)).doesNotContain("Second page").contains("Robin Sample");
    try (PDDocument document = Loader.loadPDF(made)) {
      String about = new String(document.getDocumentCatalog().getMetadata().toByteArray());
      assertThat(about).contains("pdfaid").doesNotContain("pdfuaid:part>1");
    }
  }

  @Test
  @DisplayName("does not hold what was removed: not in its words, not in its pictures, nowhere")
  void removed() throws Exception {
    byte[] file =
        words("Here came Robin Sample.", "robin.sample@home.example wrote", "No one else");
    byte[] made = made(order(file, Set.of(), "Sample", "Zoe"));
    KeptPdf.isForKeeping(made);
    KeptPdf.isNowhere(made, "sample");
    KeptPdf.isNowhere(made, "Zoë");
    assertThat(KeptPdf.pages(made).get(1)).contains("Robin [removed: about someone else] came");
    assertThat(KeptPdf.pages(made).get(0)).contains("Removed in 5 places");
    assertThat(KeptPdf.pages(made).get(2)).contains("Here came Robin");
    assertThat(KeptPdf.pages(made).get(4)).contains("No one else");
    assertThat(black(made, 3)).isGreaterThan(black(made, 5) + 400);
  }

  @Test
  @DisplayName("has black in the place of a word, however the page is turned")
  void turned() throws Exception {
    for (int rotation : List.of(0, 90, 180, 270)) {
      for (int written : List.of(0, 90, 180, 270)) {
        byte[] file = turned("Sample", rotation, written);
        Removals removals = new Removals(List.of("Sample"));
        try (AttachedPdf attached = AttachedPdf.open(file);
            AttachedPdf plain = AttachedPdf.open(file)) {
          PagePlan plan = attached.plan(removals, Set.of(), false, new LinkedHashSet<>()).get(0);
          BufferedImage before = plain.picture(new PagePlan(1, "", List.of(), List.of()));
          BufferedImage after = attached.picture(plan);
          int left = 0;
          int ink = 0;
          for (int x = 0; x < before.getWidth(); x++) {
            for (int y = 0; y < before.getHeight(); y++) {
              boolean drawn = (before.getRGB(x, y) & 0xFF) < 200;
              ink += drawn ? 1 : 0;
              left += drawn && (after.getRGB(x, y) & 0xFFFFFF) != 0 ? 1 : 0;
            }
          }
          assertThat(ink).isPositive();
          assertThat(left).as("page turned %d, text turned %d", rotation, written).isZero();
          assertThat(plan.words()).isEmpty();
        }
      }
    }
  }

  @Test
  @DisplayName("leaves out pages that cannot be searched, unless someone has looked at them")
  void pictures() throws Exception {
    byte[] file = scanned();
    byte[] made = made(order(file, Set.of(), "Robin"));
    assertThat(KeptPdf.pages(made)).hasSize(3);
    assertThat(KeptPdf.pages(made).get(0))
        .containsIgnoringWhitespaces("Pages 1, 3 left out: the page holds a picture or a comment");
    BundleOrder looked = order(file, Set.of(), "Robin");
    made =
        made(
            new BundleOrder(
                looked.head(),
                looked.page(),
                looked.files(),
                looked.removals(),
                looked.own(),
                looked.why(),
                true));
    assertThat(KeptPdf.pages(made)).hasSize(5);
    assertThat(KeptPdf.pages(made(order(file, Set.of())))).hasSize(5);
  }

  @Test
  @DisplayName("is not made if a word to be removed is found nowhere, or it would be too long")
  void refused() throws Exception {
    assertThatThrownBy(() -> made(order(words("One"), Set.of(), "Robin", "Robyn", "Smyth")))
        .isInstanceOf(NotMade.class)
        .hasMessageStartingWith("“Robyn”, “Smyth” were found nowhere in what you chose.");
    String[] many = new String[BundleFile.MOST_PAGES];
    Arrays.fill(many, "Words");
    assertThatThrownBy(() -> made(order(words(many), Set.of())))
        .isInstanceOf(NotMade.class)
        .hasMessageContaining("more than 1,000 pages");
    byte[] damaged = made(order("%PDF-1.7 nothing".getBytes(), Set.of()));
    assertThat(KeptPdf.pages(damaged).get(0))
        .containsIgnoringWhitespaces("left out: the file is damaged or protected");
  }

  private byte[] made(BundleOrder order) throws IOException {
    Path target = folder.resolve("bundle.pdf");
    Made made =
        new BundleFile(order, id -> FILES.get(id), printing.getBean(LetterPdf.class)).write(target);
    byte[] pdf = Files.readAllBytes(target);
    assertThat(KeptPdf.pages(pdf)).hasSize(made.pages());
    Path look = Path.of("target", "pictures");
    Files.createDirectories(look);
    Files.write(look.resolve("bundle.pdf"), pdf);
    return pdf;
  }

  private static final Map<String, byte[]> FILES = new HashMap<>();

  private static BundleOrder order(byte[] file, Set<Integer> leftOut, String... words) {
    FILES.put("d", file);
    return new BundleOrder(
        new Head("SG-2026-0001", Purpose.CORONER, "r", "w", "p", "{}", Set.of(), "m"),
        Jsoup.parse(PAGE),
        List.of(new File("d", "A file", leftOut)),
        new Removals(List.of(words)),
        List.of(words),
        RemovalReason.OTHER_PERSON,
        false);
  }

  private static byte[] words(String... pages) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      for (String words : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        write(pdf, page, words, Matrix.getTranslateInstance(72, 700));
      }
      return saved(pdf);
    }
  }

  private static byte[] turned(String words, int rotation, int written) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(50, 30, 400, 300));
      page.setRotation(rotation);
      pdf.addPage(page);
      write(pdf, page, words, Matrix.getRotateInstance(Math.toRadians(written), 200, 180));
      return saved(pdf);
    }
  }

  private static byte[] scanned() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PDPage scan = new PDPage(PDRectangle.A4);
      pdf.addPage(scan);
      try (PDPageContentStream pen = new PDPageContentStream(pdf, scan)) {
        pen.drawImage(
            LosslessFactory.createFromImage(
                pdf, new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB)),
            50,
            50);
      }
      PDPage plain = new PDPage(PDRectangle.A4);
      pdf.addPage(plain);
      write(pdf, plain, "Plain words", Matrix.getTranslateInstance(72, 700));
      PDPage noted = new PDPage(PDRectangle.A4);
      pdf.addPage(noted);
      write(pdf, noted, "With a note", Matrix.getTranslateInstance(72, 700));
      PDAnnotationFreeText note = new PDAnnotationFreeText();
      note.setRectangle(new PDRectangle(100, 100, 20, 20));
      note.setContents("Robin");
      noted.getAnnotations().add(note);
      return saved(pdf);
    }
  }

  private static void write(PDDocument pdf, PDPage page, String words, Matrix where)
      throws IOException {
    try (PDPageContentStream pen = new PDPageContentStream(pdf, page)) {
      pen.beginText();
      pen.setFont(new PDType1Font(FontName.HELVETICA), 14);
      pen.setTextMatrix(where);
      pen.showText(words);
      pen.endText();
    }
  }

  private static byte[] saved(PDDocument pdf) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pdf.save(out);
    return out.toByteArray();
  }

  private static int black(byte[] pdf, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page - 1, 100);
      int black = 0;
      for (int x = 0; x < picture.getWidth(); x++) {
        for (int y = 0; y < picture.getHeight(); y++) {
          black += (picture.getRGB(x, y) & 0xFF) < 20 ? 1 : 0;
        }
      }
      return black;
    }
  }
}
