package org.practicereview.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.io.ScratchFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.practicereview.bundle.BundleOrder.File;
import org.practicereview.letters.LetterPdf;

/**
 * Makes the file of one bundle: plans the pages of the attached files, prints what the service says
 * itself, adds the pages one by one, and reads the whole again before anyone gets it. What it has
 * drawn lies in a file of its own, not in memory.
 */
final class BundleFile {

  static final int MOST_PAGES = 1000;
  private static final int ROUNDS = 4;

  private final BundleOrder order;
  private final Function<String, byte[]> contents;
  private final LetterPdf printer;
  private final StreamCacheCreateFunction cache;
  private final Set<String> found = new LinkedHashSet<>();
  private final Map<File, List<PagePlan>> plans = new LinkedHashMap<>();
  private int removed;

  /**
   * A file to be made.
   *
   * @param contents what is in a document of the case, by its id
   * @param folder takes what is too much for the memory; empty again when the file is made
   */
  BundleFile(BundleOrder order, Function<String, byte[]> contents, LetterPdf printer, Path folder) {
    this.order = order;
    this.contents = contents;
    this.printer = printer;
    this.cache = () -> new ScratchFile(folder.toFile());
  }

  /**
   * What was made.
   *
   * @param pages how many
   * @param removed in how many places something was removed
   */
  record Made(int pages, int removed) {}

  /**
   * Makes the file.
   *
   * @throws NotMade if it cannot be, with the reason
   */
  Made write(Path target) throws IOException {
    Document page = order.page();
    for (File file : order.files()) {
      plan(file, page);
    }
    removed += Paper.remove(page, order.removals(), order.why(), found);
    List<String> nowhere = order.own().stream().filter(word -> !found.contains(word)).toList();
    if (!nowhere.isEmpty()) {
      throw new NotMade(
          nowhere.stream().collect(Collectors.joining("”, “", "“", "”"))
              + (nowhere.size() == 1 ? " was" : " were")
              + " found nowhere in what you chose. Check the spelling, or take "
              + (nowhere.size() == 1 ? "it" : "them")
              + " out");
    }
    page.select("[data-removed]")
        .forEach(cell -> cell.text(removed == 1 ? "in 1 place" : "in " + removed + " places"));
    byte[] printed = numbered(page);
    try (PDDocument document = Loader.loadPDF(printed, "", null, null, cache)) {
      BundleSheet sheets = new BundleSheet(document, BundleSheet.MOST_BYTES);
      for (Map.Entry<File, List<PagePlan>> planned : plans.entrySet()) {
        add(planned.getKey(), planned.getValue(), sheets);
      }
      sheets.mark(head());
      withoutClaim(document);
      document.save(target.toFile());
    }
    return new Made(check(target), removed);
  }

  private String head() {
    return "Case " + order.head().caseReference() + ", for " + order.head().purpose().within();
  }

  private void plan(File file, Document page) throws IOException {
    try (AttachedPdf attached = AttachedPdf.open(contents.apply(file.documentId()), cache)) {
      List<PagePlan> plan =
          attached.plan(order.removals(), file.leftOut(), order.picturesSeen(), found);
      plans.put(file, plan);
      removed += (int) plan.stream().filter(one -> !one.covered().isEmpty()).count();
      note(file, page, leftOut(plan));
    } catch (IOException e) {
      plans.put(file, List.of());
      note(file, page, "left out: the file is damaged or protected and cannot be opened");
    }
    if (pages(plans) > MOST_PAGES) {
      throw tooLong();
    }
  }

  private static NotMade tooLong() {
    return new NotMade(
        "The bundle would have more than 1,000 pages. Choose fewer parts or files, and make several"
            + " bundles");
  }

  /** Which pages are left out and why, in words; empty if none. */
  private static String leftOut(List<PagePlan> plan) {
    Map<String, List<String>> pages = new TreeMap<>();
    plan.stream()
        .filter(page -> !page.isIn())
        .forEach(
            page ->
                pages
                    .computeIfAbsent(page.leftOut(), any -> new ArrayList<>())
                    .add(String.valueOf(page.number())));
    return pages.entrySet().stream()
        .map(
            one ->
                (one.getValue().size() == 1 ? "Page " : "Pages ")
                    + String.join(", ", one.getValue())
                    + " "
                    + one.getKey())
        .collect(Collectors.joining(". "));
  }

  private static void note(File file, Document page, String note) {
    page.select("[data-note=" + file.documentId() + "]").forEach(cell -> cell.text(note));
  }

  private static int pages(Map<File, List<PagePlan>> plans) {
    return plans.values().stream().mapToInt(BundleFile::pagesIn).sum();
  }

  private static int pagesIn(List<PagePlan> plan) {
    return (int) plan.stream().filter(PagePlan::isIn).count();
  }

  /** Prints until the pages that the index names are those on which the files begin. */
  private byte[] numbered(Document page) throws IOException {
    int before = 1;
    for (int round = 0; round < ROUNDS; round++) {
      number(page, before);
      byte[] printed = printer.archive(page);
      int pages = count(printed);
      if (pages + pages(plans) > MOST_PAGES) {
        throw tooLong();
      }
      if (pages == before) {
        return printed;
      }
      before = pages;
    }
    throw new IllegalStateException("The index of the bundle does not come to rest");
  }

  private void number(Document page, int before) {
    int next = before + 1;
    for (Map.Entry<File, List<PagePlan>> planned : plans.entrySet()) {
      int pages = pagesIn(planned.getValue());
      String numbers =
          pages == 0 ? "–" : pages == 1 ? "" + next : next + " to " + (next + pages - 1);
      for (Element cell : page.select("[data-pages=" + planned.getKey().documentId() + "]")) {
        cell.text(numbers);
      }
      next += pages;
    }
  }

  private static int count(byte[] printed) throws IOException {
    try (PDDocument document = Loader.loadPDF(printed)) {
      return document.getNumberOfPages();
    }
  }

  private void add(File file, List<PagePlan> plan, BundleSheet sheets) throws IOException {
    if (pagesIn(plan) == 0) {
      return;
    }
    Document title = Document.createShell("");
    title.body().text(file.title());
    Paper.remove(title, order.removals(), order.why(), found);
    try (AttachedPdf attached = AttachedPdf.open(contents.apply(file.documentId()), cache)) {
      for (PagePlan page : plan) {
        if (page.isIn()) {
          sheets.add(
              attached.picture(page),
              attached.size(page.number()),
              title.body().text() + ", page " + page.number() + " of " + plan.size());
        }
      }
    }
  }

  /** Pictures of pages have no tags: the whole is not what PDF/UA asks for, and does not say so. */
  private static void withoutClaim(PDDocument document) throws IOException {
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String about = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    metadata = new PDMetadata(document);
    metadata.importXMPMetadata(
        about
            .replaceAll("(?s)<pdfuaid:part>.*?</pdfuaid:part>", "")
            .replaceAll("\\s*pdfuaid:part=\"[^\"]*\"", "")
            .getBytes(StandardCharsets.UTF_8));
    document.getDocumentCatalog().getCOSObject().setItem(COSName.METADATA, metadata);
  }

  /** Reads the file as its reader would, and looks once more for what should not be in it. */
  private int check(Path made) throws IOException {
    try (PDDocument document = Loader.loadPDF(made.toFile(), cache)) {
      int pages = document.getNumberOfPages();
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= pages && !order.removals().isEmpty(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        if (!order.removals().found(stripper.getText(document)).isEmpty()) {
          throw new NotMade(
              "Words to be removed still stand on page "
                  + page
                  + ". Leave out that part or file, and tell the system administrator");
        }
      }
      return pages;
    }
  }
}
