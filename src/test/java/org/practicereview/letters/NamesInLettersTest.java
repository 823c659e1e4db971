package org.practicereview.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A name in a letter")
class NamesInLettersTest {

  private static final LetterFonts FONTS = new LetterFonts();

  private static byte[] printed(String words) {
    return new LetterPdf(FONTS)
        .print(
            Jsoup.parse(
                "<html lang='en-GB'><head><title>Letter</title><meta name='description'"
                    + " content='Letter'/><style>body { font-family: 'Liberation Sans' }</style>"
                    + "</head><body><p>"
                    + words
                    + "</p></body></html>"));
  }

  private static String text(PDDocument pdf) throws IOException {
    return new PDFTextStripper().getText(pdf).strip();
  }

  private static List<String> drawn(PDStructureNode node) {
    List<String> words = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getAlternateDescription() != null) {
          words.add(element.getAlternateDescription());
        }
        words.addAll(drawn(element));
      }
    }
    return words;
  }

  private static long ink(PDDocument pdf) throws IOException {
    BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 72);
    long ink = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        ink += (page.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
      }
    }
    return ink;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王小明",
        "陳大文",
        "김민수",
        "やまだ",
        "রহিমা",
        "محمد علي",
        "پروین",
        "ܣܘܪܝܝܐ",
        "פרידה",
        "ਹਰਪ੍ਰੀਤ",
        "हर्षिता",
        "પ્રિયંકા",
        "தமிழ்",
        "తెలుగు",
        "ഗീതാ",
        "ಶ್ರೀ",
        "ଓଡ଼ିଆ",
        "ශ්‍රී",
        "สมชาย",
        "ລາວ",
        "ဦးအောင်",
        "ខ្មែរ",
        "བོད",
        "ሰላም",
        "გიორგი",
        "Արմեն",
        "ދިވެހި",
        "ⵣⵉⵔⵉ",
        "Ẹ̀",
        "😀"
      })
  @DisplayName("is printed in its own script, and read out to who cannot see it")
  void otherScripts(String name) throws IOException {
    assertThat(FONTS.missing(name)).isEmpty();
    try (PDDocument pdf = Loader.loadPDF(printed("Dear " + name));
        PDDocument without = Loader.loadPDF(printed("Dear "))) {
      assertThat(text(pdf)).doesNotContain("#").startsWith("Dear");
      assertThat(String.join("", drawn(pdf.getDocumentCatalog().getStructureTreeRoot())))
          .isEqualTo(LetterFonts.printed(name));
      assertThat(ink(pdf)).as("something is drawn").isGreaterThan(ink(without) + 10);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Łuczak", "Søren", "Nguyễn Thị Hồng", "Γιώργος", "Иван", "Ștefan", "O’Hara"})
  @DisplayName("stays text where the font of letters has it")
  void ownScript(String name) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(printed("Dear " + name))) {
      assertThat(text(pdf)).isEqualTo("Dear " + name);
      assertThat(drawn(pdf.getDocumentCatalog().getStructureTreeRoot())).isEmpty();
    }
  }

  @Test
  @DisplayName("is printed with the hyphens and spaces of a word processor")
  void wordProcessor() throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(printed("Smith\u2011Jones \uF0B7 A\u202FB\u00ADC\u200Bd e\u0301"))) {
      assertThat(text(pdf)).isEqualTo("Smith-Jones \u2022 A BCd \u00E9");
    }
  }

  @Test
  @DisplayName("that no font has is told of, each character once")
  void missing() {
    assertThat(FONTS.missing("\uD80C\uDC00 \uE123\uE123 Zo\u00EB"))
        .containsExactly("\uE123", "\uD80C\uDC00");
  }
}
