package org.practicereview.report;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.practicereview.refusals.NotThere;
import org.springframework.stereotype.Component;

/** Reads PDF files page by page: as pictures, and as words. */
@Component
public class PdfPages {

  private static final int MOST_PAGES = 400;
  private static final float WIDTH = 1000;
  private static final float HIGHEST = 2500;
  private static final float LARGEST_SIDE = 5000;
  private static final float MARK_SIZE = 20;

  /** Pictures of large pages take memory; a few at a time are enough. */
  private final Semaphore drawing = new Semaphore(2);

  /** Ours, since a server need not have any. */
  private final Font font = font();

  /** Why a file cannot be read page by page, in plain words; null if it can. */
  public String problem(byte[] content) {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      int pages = pdf.getNumberOfPages();
      if (pages == 0) {
        return "has no pages";
      }
      if (pages > MOST_PAGES) {
        return "has more than " + MOST_PAGES + " pages";
      }
      for (int page = 0; page < pages; page++) {
        PDRectangle box = pdf.getPage(page).getCropBox();
        if (Math.max(box.getWidth(), box.getHeight()) > LARGEST_SIDE
            || Math.min(box.getWidth(), box.getHeight()) < 1) {
          return "has a page of an unusual size";
        }
      }
      return null;
    } catch (IOException e) {
      return "is not a PDF that can be opened; save it as a PDF without a password";
    }
  }

  int count(byte[] content) {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      return pdf.getNumberOfPages();
    } catch (IOException e) {
      throw new IllegalStateException("A stored draft cannot be read", e);
    }
  }

  /** The words of each page, in order. */
  List<String> words(byte[] content) {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      List<String> words = new ArrayList<>();
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        words.add(stripper.getText(pdf));
      }
      return words;
    } catch (IOException e) {
      throw new IllegalStateException("A stored draft cannot be read", e);
    }
  }

  /** A page as PNG with a mark across it. */
  byte[] picture(byte[] content, int page, String mark) {
    drawing.acquireUninterruptibly();
    try (PDDocument pdf = Loader.loadPDF(content)) {
      if (page < 1 || page > pdf.getNumberOfPages()) {
        throw new NotThere("There is no page " + page);
      }
      PDRectangle box = pdf.getPage(page - 1).getCropBox();
      float scale = Math.min(WIDTH / box.getWidth(), HIGHEST / box.getHeight());
      PDFRenderer renderer = new PDFRenderer(pdf);
      renderer.setSubsamplingAllowed(true);
      BufferedImage picture = renderer.renderImage(page - 1, scale, ImageType.RGB);
      mark(picture, mark);
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("A stored draft cannot be read", e);
    } finally {
      drawing.release();
    }
  }

  /** Slanted and repeated, so that no part of the page can be passed on without the name. */
  private void mark(BufferedImage picture, String mark) {
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.22f));
    pen.setColor(new Color(0x1d3c5c));
    pen.setFont(font);
    pen.rotate(-Math.PI / 7);
    int wide = pen.getFontMetrics().stringWidth(mark) + 90;
    int reach = picture.getWidth() + picture.getHeight();
    for (int y = -reach, row = 0; y < reach; y += 150, row++) {
      for (int x = -reach - row % 2 * wide / 2; x < reach; x += wide) {
        pen.drawString(mark, x, y);
      }
    }
    pen.dispose();
  }

  private static Font font() {
    try (InputStream in = PdfPages.class.getResourceAsStream("/fonts/LiberationSans-Bold.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(MARK_SIZE);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("The font of the mark cannot be read", e);
    }
  }
}
