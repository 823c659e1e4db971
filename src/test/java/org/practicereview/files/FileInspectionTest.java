package org.practicereview.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file that comes in")
class FileInspectionTest {

  private static final String RELS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          + "relationships/%s\" Target=\"%s\" TargetMode=\"External\"/></Relationships>";

  private final FileInspection inspection = new FileInspection();

  @Test
  @DisplayName("is taken when it is what its name says and does nothing by itself")
  void taken() {
    assertThat(inspection.mediaType("plan.pdf", pdf(document -> {}))).isEqualTo("application/pdf");
    assertThat(inspection.mediaType("draft.PDF", demonstrated())).isEqualTo("application/pdf");
    assertThat(inspection.mediaType("notes.txt", "Seen at home.".getBytes(UTF_8)))
        .isEqualTo("text/plain");
    assertThat(inspection.mediaType("return.docx", docx(Map.of())))
        .endsWith("wordprocessingml.document");
    assertThat(inspection.mediaType("sheet.xlsx", workbook())).endsWith("spreadsheetml.sheet");
    assertThat(inspection.mediaType("briefing.pptx", pptx(Map.of())))
        .endsWith("presentationml.presentation");
    refused("return.docx", pptx(Map.of()), "not what its name says");
    refused("briefing.pptx", pptx(Map.of("ppt/vbaProject.bin", "x")), "macros");
    refused("briefing.pptx", pptx(Map.of("ppt/embeddings/plan.xlsx", "x")), "other files inside");
    assertThat(inspection.mediaType("note.odt", odt("<office:text/>", Map.of())))
        .isEqualTo("application/vnd.oasis.opendocument.text");
  }

  @Test
  @DisplayName("is refused when its content is another than its name says")
  void disguised() {
    byte[] program = HexFormat.of().parseHex("4d5a90000300000004000000ffff0000" + "00".repeat(99));
    byte[] noise = HexFormat.of().parseHex("00ff01fe02fd03fc04fb" + "9a".repeat(99));
    for (String name : List.of("plan.pdf", "return.docx", "old.doc", "notes.txt")) {
      refused(name, program, "");
      refused(name, noise, "");
      refused(name, "<html><script>alert(1)</script></html>".getBytes(UTF_8), "");
    }
    refused("all.zip", docx(Map.of()), "kind that is not taken");
    refused("sheet.xlsx", docx(Map.of()), "not what its name says");
    refused("plan.txt", pdf(document -> {}), "not what its name says");
    refused("old.doc", HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(600)), "old kind");
    refused("secret.docx", HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(600)), "pass");
  }

  @Test
  @DisplayName("is taken by a question only if it is of a kind that the question takes")
  void askedFor() {
    List<String> report = List.of(".pdf", ".docx");
    List<String> presentation = List.of(".pptx", ".pdf");
    byte[] document = docx(Map.of());
    byte[] slides = pptx(Map.of());
    assertThat(inspection.mediaType("report.docx", document, report, "Report")).contains("word");
    assertThat(inspection.mediaType("talk.pptx", slides, presentation, "Slides")).contains("pres");
    assertThat(inspection.mediaType("any.odt", odt("<a/>", Map.of()), List.of(), "Files"))
        .contains("oasis");
    notTaken("talk.pptx", slides, report, "\"Report\" takes. Send PDF or Word (.docx)");
    notTaken("report.docx", document, presentation, "Send PowerPoint (.pptx) or PDF");
    notTaken("report.docx", slides, report, "not what its name says");
    notTaken("report.pdf", slides, report, "not what its name says");
    notTaken("report.docx", docx(Map.of("ppt/presentation.xml", "<p/>")), report, "its name says");
  }

  @ParameterizedTest
  @ValueSource(strings = {"letter.docm", "talk.pptm", "sheet.xlsm"})
  @DisplayName("is refused as a kind that can hold macros, under its own name and renamed")
  void macroEnabled(String name) {
    String type =
        "<Types><Override PartName=\"/main.xml\""
            + " ContentType=\"application/vnd.ms-office.macroEnabled.main+xml\"/></Types>";
    Map<String, String> parts = Map.of("[Content_Types].xml", type);
    byte[] content = name.endsWith(".pptm") ? pptx(parts) : docx(parts);
    refused(name, content, "can hold macros");
    refused(name.endsWith(".pptm") ? "talk.pptx" : "letter.docx", content, "holds macros");
  }

  @ParameterizedTest
  @CsvSource({
    "word/vbaProject.bin, macros",
    "word/VBAPROJECT.BIN, macros",
    "word/activeX/activeX1.bin, macros",
    "word/embeddings/oleObject1.bin, other files inside",
    "xl/macrosheets/sheet1.xml, macros",
    "../../etc/cron.d/x, damaged",
    "/etc/passwd, damaged"
  })
  @DisplayName("is refused as an office file with a part that acts, or that is another file")
  void parts(String part, String said) {
    refused("return.docx", docx(Map.of(part, "x")), said);
  }

  @ParameterizedTest
  @CsvSource({
    "attachedTemplate, https://evil.example/t.dotm",
    "attachedTemplate, '\\\\evil.example\\share\\t.dotm'",
    "attachedTemplate, file://evil.example/t.dotm",
    "oleObject, file:///C:/x.xls",
    "image, http://evil.example/seen.png",
    "frame, http://evil.example/page.html",
    "externalLinkPath, '\\\\server\\book.xlsx'"
  })
  @DisplayName("is refused as an office file that fetches something when it is opened")
  void fetches(String kind, String target) {
    refused(
        "return.docx",
        docx(Map.of("word/_rels/document.xml.rels", RELS.formatted(kind, target))),
        "fetches something");
  }

  @ParameterizedTest
  @CsvSource({
    "hyperlink, https://www.gov.uk/",
    "attachedTemplate, file:///C:/Users/jo/Normal.dotm",
    "attachedTemplate, C:\\Templates\\Letter.dotx"
  })
  @DisplayName("may have links to click, and may name the template of its writer")
  void links(String kind, String target) {
    inspection.mediaType(
        "return.docx", docx(Map.of("word/_rels/document.xml.rels", RELS.formatted(kind, target))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO c:\\\\x</w:instrText></w:r>",
        "<w:fldSimple w:instr=\" INCLUDETEXT https://evil.example/x \"/>",
        "<w:fldSimple w:instr=\"DDE excel\"/>"
      })
  @DisplayName("is refused with a field that starts a program or fetches something")
  void fields(String field) {
    refused(
        "return.docx",
        docx(Map.of("word/document.xml", "<w:p xmlns:w=\"w\">" + field + "</w:p>")),
        "fetches something");
  }

  @Test
  @DisplayName("is refused as an office file that lies about its size, its type or its markup")
  void archives() {
    refused(
        "return.docx", docx(Map.of("word/media/a.xml", " ".repeat(30_000_000))), "far more than");
    refused(
        "return.docx",
        docx(
            Map.of(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
                    + "vnd.ms-word.document.macroEnabled.main+xml\"/></Types>")),
        "macros");
    refused(
        "return.docx",
        docx(
            Map.of(
                "word/document.xml",
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>")),
        "damaged");
    byte[] cut = docx(Map.of());
    refused("return.docx", Arrays.copyOf(cut, cut.length / 2), "damaged");
  }

  @Test
  @DisplayName("is refused as an OpenDocument file with macros, other files or things to fetch")
  void openDocument() {
    refused("note.odt", odt("<office:text/>", Map.of("Basic/Standard/M.xml", "<m/>")), "macros");
    refused("note.odt", odt("<script:event-listener/>", Map.of()), "macros");
    refused("note.odt", odt("<office:text/>", Map.of("Object 1/content.xml", "<x/>")), "inside");
    refused(
        "note.odt",
        odt("<draw:image xlink:href=\"http://evil.example/a.png\"/>", Map.of()),
        "fetc");
  }

  @Test
  @DisplayName("is refused as a PDF that acts, wherever the action stands")
  void activePdf() {
    refused(
        "a.pdf",
        pdf(d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
        "script");
    refused("b.pdf", pdf(d -> d.getPage(0).getCOSObject().setItem("X", launch())), "script");
    refused(
        "c.pdf",
        pdf(
            d -> {
              COSDictionary hidden = new COSDictionary();
              hidden.setItem(COSName.S, COSName.getPDFName("JavaScript"));
              PDAnnotationLink link = new PDAnnotationLink();
              link.getCOSObject().setItem(COSName.A, hidden);
              annotate(d, link);
            }),
        "script");
    refused(
        "d.pdf",
        pdf(
            d -> {
              PDActionURI away = new PDActionURI();
              away.setURI("https://evil.example/");
              d.getDocumentCatalog().setOpenAction(away);
            }),
        "opens an address");
    refused("e.pdf", pdf(FileInspectionTest::attach), "other files inside");
    refused(
        "f.pdf",
        pdf(
            d ->
                d.getDocumentCatalog()
                    .getCOSObject()
                    .setItem(COSName.ACRO_FORM, dictionary("XFA", COSName.A))),
        "holds a program");
    refused("g.pdf", pdf(FileInspectionTest::lock), "password");
    refused("h.pdf", "%PDF-1.7 no more".getBytes(UTF_8), "damaged");
  }

  @Test
  @DisplayName("may be a PDF with links to click")
  void linksInPdf() {
    inspection.mediaType(
        "a.pdf",
        pdf(
            d -> {
              PDActionURI away = new PDActionURI();
              away.setURI("https://www.gov.uk/");
              PDAnnotationLink link = new PDAnnotationLink();
              link.setAction(away);
              annotate(d, link);
            }));
  }

  private void refused(String name, byte[] content, String said) {
    assertThatThrownBy(() -> inspection.mediaType(name, content))
        .as(name)
        .isInstanceOf(FileRefused.class)
        .hasMessageContaining(said);
  }

  private void notTaken(String name, byte[] content, List<String> endings, String said) {
    String question = endings.contains(".pptx") ? "Slides" : "Report";
    assertThatThrownBy(() -> inspection.mediaType(name, content, endings, question))
        .as(name)
        .isInstanceOf(FileRefused.class)
        .hasMessageContaining(said);
  }

  private static byte[] demonstrated() {
    try (InputStream file =
        FileInspection.class.getResourceAsStream("/demonstration/draft-report.pdf")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static COSDictionary launch() {
    PDActionLaunch launch = new PDActionLaunch();
    launch.getCOSObject().setString(COSName.F, "cmd.exe");
    return launch.getCOSObject();
  }

  private static COSDictionary dictionary(String key, COSName value) {
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(COSName.getPDFName(key), value);
    return dictionary;
  }

  private static void annotate(PDDocument document, PDAnnotationLink link) {
    document.getPage(0).setAnnotations(List.of(link));
  }

  private static void attach(PDDocument document) {
    try {
      PDComplexFileSpecification file = new PDComplexFileSpecification();
      file.setFile("x.exe");
      file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[9])));
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of("x", file));
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lock(PDDocument document) {
    try {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] pdf(Consumer<PDDocument> change) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      change.accept(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] docx(Map<String, String> parts) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("[Content_Types].xml", "<Types/>");
    all.put("word/document.xml", "<document/>");
    all.putAll(parts);
    return zip(all);
  }

  private static byte[] pptx(Map<String, String> parts) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("[Content_Types].xml", "<Types/>");
    all.put("ppt/presentation.xml", "<presentation/>");
    all.putAll(parts);
    return zip(all);
  }

  private static byte[] odt(String content, Map<String, String> parts) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("mimetype", "application/vnd.oasis.opendocument.text");
    all.put(
        "content.xml",
        "<office:body xmlns:office=\"o\" xmlns:script=\"s\" xmlns:draw=\"d\" xmlns:xlink=\"x\">"
            + content
            + "</office:body>");
    all.putAll(parts);
    return zip(all);
  }

  private static byte[] workbook() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Practice Review", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Sheet");
      sheet.value(0, 0, "Seen at home");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        byte[] content = part.getValue().getBytes(UTF_8);
        ZipEntry entry = new ZipEntry(part.getKey());
        if (part.getKey().equals("mimetype")) {
          // Stored plainly, as OpenDocument asks for.
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(content.length);
          CRC32 crc = new CRC32();
          crc.update(content);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
