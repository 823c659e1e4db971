package org.practicereview.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** A bundle as someone reads it who wants to know what is really in it. */
public final class KeptPdf {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private KeptPdf() {}

  /** Fails unless a file is PDF/A-2b. */
  public static void isForKeeping(byte[] pdf) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
      assertThat(parser.getFlavour()).isEqualTo(PDFAFlavour.PDFA_2_B);
      ValidationResult result = validator.validate(parser);
      assertThat(
              result.getTestAssertions().stream()
                  .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                  .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
                  .distinct()
                  .collect(Collectors.toList()))
          .isEmpty();
      assertThat(result.isCompliant()).isTrue();
    }
  }

  /** The words of each page, seen and unseen. */
  public static List<String> pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return IntStream.rangeClosed(1, document.getNumberOfPages())
          .mapToObj(
              page -> {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                try {
                  return stripper.getText(document);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    }
  }

  /** Fails if a word stands in a file anywhere: on a page, behind it, in any part, in its bytes. */
  public static void isNowhere(byte[] pdf, String word) throws IOException {
    String small = word.toLowerCase(Locale.UK);
    assertThat(String.join("\n", pages(pdf)).toLowerCase(Locale.UK)).doesNotContain(small);
    nowhere(pdf, small, "the file");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSBase one = document.getDocument().getObjectFromPool(key).getObject();
        if (one instanceof COSStream stream) {
          try (InputStream in = stream.createInputStream()) {
            nowhere(in.readAllBytes(), small, "stream " + key);
          }
        } else if (one != null) {
          strings(one, small, "object " + key);
        }
      }
    }
  }

  private static void strings(COSBase one, String word, String where) {
    if (one instanceof COSString text) {
      assertThat(text.getString().toLowerCase(Locale.UK)).as(where).doesNotContain(word);
    } else if (one instanceof COSArray array) {
      array.forEach(each -> strings(each, word, where));
    } else if (one instanceof COSDictionary dictionary) {
      dictionary.getValues().forEach(each -> strings(each, word, where));
    }
  }

  private static void nowhere(byte[] bytes, String word, String where) {
    for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE)) {
      assertThat(new String(bytes, charset).toLowerCase(Locale.UK).contains(word))
          .as(where + " in " + charset)
          .isFalse();
    }
  }
}
