package org.practicereview.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
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
import org.practicereview.bundle.PagePlan.Box;
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

  private static final StreamCacheCreateFunction CACHE = IOUtils.createTempFileOnlyStreamCache();

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
    assertThat(pages.get(2)).contains("A file, page 1 of 3");
    assertThat(pages.get(3)).contains("A file, page 3 of 3");
    assertThat(String.join("", pages)).contains("Robin Sample");
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
    assertThat(KeptPdf.pages(made).get(4)).contains("A file, page 3 of 3");
    assertThat(black(made, 3)).isGreaterThan(black(made, 5) + 400);
  }

  @Test
  @DisplayName("has black in the place of a word, however the page is turned")
  void turned() throws Exception {
    for (int rotation : List.of(0, 90, 180, 270)) {
      for (int written : List.of(0, 90, 180, 270)) {
        byte[] file = turned("Sample", rotation, written);
        Removals removals = new Removals(List.of("Sample"));
        try (AttachedPdf attached = AttachedPdf.open(file, CACHE);
            AttachedPdf plain = AttachedPdf.open(file, CACHE)) {
          PagePlan plan = attached.plan(removals, Set.of(), false, new LinkedHashSet<>()).get(0);
          BufferedImage before = plain.picture(new PagePlan(1, "", List.of()));
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

  @Test
  @DisplayName("leaves out pages whose pictures would take the memory of the service")
  void large() throws Exception {
    byte[] file =
        drawn(
            (pdf, page, pen) -> pen.drawForm(form(pdf, picture(pdf, flat(SIDE * SIDE), SIDE))),
            (pdf, page, pen) -> words(pen, "Plain"),
            (pdf, page, pen) -> {
              PDImageXObject small = picture(pdf, flat(4), 2);
              small
                  .getCOSObject()
                  .setItem(COSName.SMASK, picture(pdf, flat(SIDE * SIDE), SIDE).getCOSObject());
              pen.drawImage(small, 50, 50, 100, 100);
            },
            // Says that it is small, and is not.
            (pdf, page, pen) -> pen.drawImage(picture(pdf, flat(SIDE * SIDE), 2), 50, 50),
            (pdf, page, pen) -> {
              PDImageXObject photo = photo(pdf);
              byte[] jpeg =
                  photo.getStream().createInputStream(List.of("DCTDecode")).readAllBytes();
              assertThat(JpegSize.bytes(new ByteArrayInputStream(jpeg))).isEqualTo(300 * 200 * 3);
              pen.drawImage(photo, 50, 50);
            },
            (pdf, page, pen) -> {
              PDImageXObject photo = photo(pdf);
              photo.getCOSObject().setItem(COSName.FILTER, COSName.JBIG2_DECODE);
              pen.drawImage(photo, 50, 50);
            });
    assertThat(file).hasSizeLessThan(3_000_000);
    List<String> pages = KeptPdf.pages(made(order(file, Set.of())));
    assertThat(pages.get(0))
        .containsIgnoringWhitespaces("Pages 1, 3, 4 left out: its pictures are too large")
        .containsIgnoringWhitespaces("Page 6 left out: it holds a picture of a kind");
    assertThat(pages).hasSize(4);
    assertThat(pages.get(2)).contains("A file, page 2 of 6");
  }

  @Test
  @DisplayName("carries no words of a file that no one sees on its pages")
  void unseen() throws Exception {
    byte[] file =
        drawn(
            (pdf, page, pen) -> {
              words(pen, "Hidden Girl");
              pen.addRect(60, 680, 300, 60);
              pen.fill();
            },
            (pdf, page, pen) -> {
              pen.setNonStrokingColor(Color.WHITE);
              words(pen, "Hidden Girl");
            },
            (pdf, page, pen) -> {
              page.setCropBox(new PDRectangle(0, 0, 300, 300));
              words(pen, "Hidden Girl");
            });
    assertThat(KeptPdf.pages(file)).allMatch(page -> page.contains("Hidden Girl"));
    byte[] made = made(order(file, Set.of()));
    assertThat(KeptPdf.pages(made)).hasSize(5);
    KeptPdf.isNowhere(made, "Hidden");
  }

  @Test
  @DisplayName("takes a page of many small pictures for one that cannot be searched")
  void tiles() throws Exception {
    byte[] file =
        drawn(
            (pdf, page, pen) -> {
              for (int tile = 0; tile < 3; tile++) {
                pen.drawImage(picture(pdf, flat(150 * 150), 150), 50, 50 + tile * 150);
              }
              words(pen, "Words");
            },
            (pdf, page, pen) -> {
              for (int tile = 0; tile < 3; tile++) {
                pen.drawImage(
                    new PDInlineImage(
                        picture(pdf, flat(1), 150).getCOSObject(), new byte[150 * 150], null),
                    50,
                    50 + tile * 150);
              }
              words(pen, "Words");
            },
            (pdf, page, pen) -> {
              PDTilingPattern pattern = new PDTilingPattern();
              pattern.setResources(new PDResources());
              pattern.getResources().add(picture(pdf, flat(300 * 300), 300));
              page.getResources().add(pattern);
              words(pen, "Words");
            },
            (pdf, page, pen) -> {
              pen.drawImage(picture(pdf, flat(150 * 150), 150), 50, 50);
              words(pen, "Words and a logo of Robin");
            });
    List<String> pages = KeptPdf.pages(made(order(file, Set.of(), "Robin")));
    assertThat(pages.get(0))
        .containsIgnoringWhitespaces("Pages 1, 2, 3 left out: the page holds a picture");
    assertThat(pages).hasSize(3);
  }

  @Test
  @DisplayName("is not made if it would be too large for the disk")
  void tooMuch() throws Exception {
    try (PDDocument pdf = new PDDocument()) {
      BundleSheet sheets = new BundleSheet(pdf, 10_000);
      BufferedImage page = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
      assertThatThrownBy(
              () -> {
                for (int number = 0; number < 20; number++) {
                  sheets.add(page, new Box(0, 0, 300, 400), "A file");
                }
              })
          .isInstanceOf(NotMade.class)
          .hasMessageStartingWith("The bundle would be larger than 150 MB. Choose fewer files");
      assertThat(pdf.getNumberOfPages()).isBetween(2, 19);
    }
  }

  @Test
  @DisplayName("is made in a folder from which what was lost is deleted")
  void tidied() throws Exception {
    WorkFolder work = new WorkFolder(folder.resolve("bundles-in-work"));
    work.tidy();
    Path lost = work.file();
    Path inWork = work.file();
    Files.setLastModifiedTime(
        lost, FileTime.from(Instant.now().minus(Bundle.LONGEST).minusSeconds(60)));
    work.tidy();
    assertThat(lost).doesNotExist();
    assertThat(inWork).exists();
  }

  private static final int SIDE = 12_000;

  /** What draws a page. */
  private interface Drawing {
    void on(PDDocument pdf, PDPage page, PDPageContentStream pen) throws IOException;
  }

  private static byte[] drawn(Drawing... pages) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      for (Drawing drawing : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setResources(new PDResources());
        pdf.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(pdf, page)) {
          drawing.on(pdf, page, pen);
        }
      }
      return saved(pdf);
    }
  }

  private static void words(PDPageContentStream pen, String words) throws IOException {
    pen.beginText();
    pen.setFont(new PDType1Font(FontName.HELVETICA), 14);
    pen.newLineAtOffset(72, 700);
    pen.showText(words);
    pen.endText();
  }

  private static byte[] flat(int length) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(1))) {
      out.write(new byte[length]);
    }
    return packed.toByteArray();
  }

  private static PDImageXObject picture(PDDocument pdf, byte[] packed, int side)
      throws IOException {
    return new PDImageXObject(
        pdf,
        new ByteArrayInputStream(packed),
        COSName.FLATE_DECODE,
        side,
        side,
        8,
        PDDeviceGray.INSTANCE);
  }

  private static PDImageXObject photo(PDDocument pdf) throws IOException {
    return JPEGFactory.createFromImage(
        pdf, new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB));
  }

  private static PDFormXObject form(PDDocument pdf, PDImageXObject picture) throws IOException {
    PDFormXObject form = new PDFormXObject(pdf);
    form.setBBox(PDRectangle.A4);
    form.setResources(new PDResources());
    COSName name = form.getResources().add(picture);
    try (OutputStream out = form.getStream().createOutputStream()) {
      out.write(("q 100 0 0 100 50 50 cm /" + name.getName() + " Do Q").getBytes());
    }
    return form;
  }

  private byte[] made(BundleOrder order) throws IOException {
    Path target = folder.resolve("bundle.pdf");
    Made made =
        new BundleFile(order, id -> FILES.get(id), printing.getBean(LetterPdf.class), folder)
            .write(target);
    assertThat(folder.toFile().list()).containsExactly("bundle.pdf");
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
        new Head("1", "SG-2026-0001", Purpose.CORONER, "r", "w", "p", "{}", Set.of(), "m", false),
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
