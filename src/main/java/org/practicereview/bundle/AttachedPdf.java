package org.practicereview.bundle;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.practicereview.bundle.PagePlan.Box;
import org.practicereview.bundle.PagePlan.Word;
import org.practicereview.bundle.Removals.Place;

/**
 * A PDF of the case file, of which a bundle holds pictures of its pages: so what is covered is not
 * there any more, and what the file holds behind its pages does not come along.
 */
final class AttachedPdf implements AutoCloseable {

  static final String ASKED_FOR = "left out as asked";
  static final String A_PICTURE =
      "left out: the page holds a picture or a comment that cannot be searched";
  static final String NOT_COVERED =
      "left out: words to be removed stand on it and could not be covered";

  static final String TOO_LARGE = "left out: its pictures are too large for the service to print";
  static final String STRANGE =
      "left out: it holds a picture of a kind (JPEG 2000 or JBIG2) that the service cannot print";

  private static final Set<String> SIGNS = Set.of("Link", "Text", "Popup");

  /** More dots than those of a logo, in one picture or in many, may show words. */
  private static final long LARGEST_LOGO = 40_000;

  private static final float DOTS_PER_POINT = 150f / 72;
  private static final float MOST_DOTS = 2400;
  private static final float AROUND = 0.5f;

  private final PDDocument document;
  private final PDFRenderer renderer;

  private AttachedPdf(PDDocument document) throws IOException {
    this.document = document;
    PDAcroForm form = document.getDocumentCatalog().getAcroForm();
    if (form != null) {
      // What was filled in becomes part of the page, where it is read and covered.
      form.flatten();
    }
    for (PDPage page : document.getPages()) {
      // A closed comment shows its sign alone; what it says stays in the case file.
      page.setAnnotations(
          page.getAnnotations().stream().filter(one -> !SIGNS.contains(one.getSubtype())).toList());
    }
    this.renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
  }

  /**
   * Opens a file.
   *
   * @param cache where it puts what takes too much memory
   * @throws IOException if it is damaged or protected
   */
  static AttachedPdf open(byte[] content, StreamCacheCreateFunction cache) throws IOException {
    PDDocument document = Loader.loadPDF(content, "", null, null, cache);
    try {
      return new AttachedPdf(document);
    } catch (IOException | RuntimeException e) {
      document.close();
      throw e;
    }
  }

  /**
   * What becomes of each page.
   *
   * @param leftOut pages that the maker leaves out
   * @param picturesSeen whether the maker has looked at the pages that cannot be searched
   * @param found takes the words that were found
   */
  List<PagePlan> plan(
      Removals removals, Set<Integer> leftOut, boolean picturesSeen, Set<String> found)
      throws IOException {
    List<PagePlan> plans = new ArrayList<>();
    for (int number = 1; number <= document.getNumberOfPages(); number++) {
      plans.add(
          leftOut.contains(number)
              ? PagePlan.without(number, ASKED_FOR)
              : plan(number, removals, picturesSeen, found));
    }
    return plans;
  }

  private PagePlan plan(int number, Removals removals, boolean picturesSeen, Set<String> found)
      throws IOException {
    PDPage page = document.getPage(number - 1);
    PageWeight weight = PageWeight.of(page);
    if (weight.isTooLarge()) {
      return PagePlan.without(number, TOO_LARGE);
    }
    if (weight.isStrange()) {
      return PagePlan.without(number, STRANGE);
    }
    if (removals.isEmpty()) {
      return new PagePlan(number, "", List.of());
    }
    PageReader inOrder = PageReader.read(document, number, false);
    if (!picturesSeen && cannotBeSearched(page, inOrder, weight)) {
      return PagePlan.without(number, A_PICTURE);
    }
    List<Box> covered = covered(inOrder, removals, found);
    covered.addAll(covered(PageReader.read(document, number, true), removals, found));
    List<Word> stay =
        inOrder.words().stream()
            .filter(word -> covered.stream().noneMatch(box -> box.touches(inner(word.box()))))
            .toList();
    // Words that run from right to left are known by their whole text only.
    String left = String.join(" ", stay.stream().map(Word::text).toList());
    return removals.found(left).isEmpty()
        ? new PagePlan(number, "", covered)
        : PagePlan.without(number, NOT_COVERED);
  }

  /** Without its edges, so that the line above does not count as touched. */
  private static Box inner(Box box) {
    float margin = (box.bottom() - box.top()) / 4;
    return new Box(
        box.left() + 0.3f, box.top() + margin, box.right() - 0.3f, box.bottom() - margin);
  }

  private static List<Box> covered(PageReader read, Removals removals, Set<String> found) {
    List<Box> covered = new ArrayList<>();
    for (Place place : removals.places(read.text(), found)) {
      for (int at = place.from(); at < place.until(); at++) {
        if (read.box(at) != null) {
          covered.add(read.box(at));
        }
      }
    }
    return covered;
  }

  private static boolean cannotBeSearched(PDPage page, PageReader read, PageWeight weight)
      throws IOException {
    return page.hasContents() && read.text().isBlank()
        || !page.getAnnotations().isEmpty()
        || weight.pixels() > LARGEST_LOGO;
  }

  /** How large a page is as it is looked at, in points. */
  Box size(int number) {
    PDPage page = document.getPage(number - 1);
    PDRectangle box = page.getCropBox();
    boolean turned = Math.floorMod(page.getRotation(), 180) == 90;
    return new Box(
        0, 0, turned ? box.getHeight() : box.getWidth(), turned ? box.getWidth() : box.getHeight());
  }

  /** A page as a picture without what is covered. */
  BufferedImage picture(PagePlan plan) throws IOException {
    Box size = size(plan.number());
    float scale = Math.min(DOTS_PER_POINT, MOST_DOTS / Math.max(size.right(), size.bottom()));
    BufferedImage picture = renderer.renderImage(plan.number() - 1, scale, ImageType.RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.BLACK);
    for (Box box : plan.covered()) {
      int left = (int) Math.floor((box.left() - AROUND) * scale);
      int top = (int) Math.floor((box.top() - AROUND) * scale);
      pen.fillRect(
          left,
          top,
          (int) Math.ceil((box.right() + AROUND) * scale) - left,
          (int) Math.ceil((box.bottom() + AROUND) * scale) - top);
    }
    pen.dispose();
    return picture;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
