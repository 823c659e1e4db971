package org.practicereview.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.practicereview.oversight.YearlyReport;
import org.practicereview.oversight.YearlyReport.Table;

/**
 * Writes a report as a Word document: a title, and for each table a heading, a note and the table.
 * Headings are headings and the first row of a table repeats, so that the document can be read
 * aloud.
 */
final class WordDocument {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String TYPES =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
      <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
      </Types>""";
  private static final String RELATIONS =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>
      </Relationships>""";
  private static final String STYLES =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:styles xmlns:w="%s">
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
      <w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>
      <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>
      </w:styles>"""
          .formatted(W);

  /** Width between the margins of a page across, in twentieths of a point. */
  private static final int WIDTH = 14_570;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private WordDocument() throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  static void write(YearlyReport report, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      part(zip, "[Content_Types].xml", TYPES);
      part(zip, "_rels/.rels", RELATIONS.formatted("officeDocument", "word/document.xml"));
      part(zip, "word/_rels/document.xml.rels", RELATIONS.formatted("styles", "styles.xml"));
      part(zip, "word/styles.xml", STYLES);
      part(zip, "word/document.xml", new WordDocument().body(report));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String body(YearlyReport report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("w", "document", W);
    xml.writeNamespace("w", W);
    start("body");
    paragraph(report.title(), "Title");
    for (Table table : report.tables()) {
      paragraph(table.name(), "Heading1");
      paragraph(table.note(), "Normal");
      if (table.rows().isEmpty()) {
        paragraph("There is nothing to report.", "Normal");
      } else {
        table(table);
      }
    }
    start("sectPr");
    empty("pgSz", "w", "16838", "h", "11906", "orient", "landscape");
    empty("pgMar", "top", "1134", "right", "1134", "bottom", "1134", "left", "1134");
    xml.writeEndElement();
    xml.writeEndDocument();
    return text.toString();
  }

  private void table(Table table) throws XMLStreamException {
    start("tbl");
    start("tblPr");
    empty("tblStyle", "val", "TableGrid");
    empty("tblW", "w", String.valueOf(WIDTH), "type", "dxa");
    xml.writeEndElement();
    start("tblGrid");
    String width = String.valueOf(WIDTH / table.headings().size());
    for (int i = 0; i < table.headings().size(); i++) {
      empty("gridCol", "w", width);
    }
    xml.writeEndElement();
    row(table.headings(), width, true);
    for (List<?> cells : table.rows()) {
      row(cells, width, false);
    }
    xml.writeEndElement();
    paragraph("", "Normal");
  }

  private void row(List<?> cells, String width, boolean heading) throws XMLStreamException {
    start("tr");
    start("trPr");
    empty("cantSplit");
    if (heading) {
      empty("tblHeader");
    }
    xml.writeEndElement();
    for (Object cell : cells) {
      start("tc");
      start("tcPr");
      empty("tcW", "w", width, "type", "dxa");
      xml.writeEndElement();
      start("p");
      run(Objects.toString(cell, ""), heading);
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void paragraph(String words, String style) throws XMLStreamException {
    start("p");
    start("pPr");
    empty("pStyle", "val", style);
    xml.writeEndElement();
    run(words, false);
    xml.writeEndElement();
  }

  private void run(String words, boolean bold) throws XMLStreamException {
    boolean first = true;
    for (String line : words.split("\n", -1)) {
      start("r");
      if (bold) {
        start("rPr");
        empty("b");
        xml.writeEndElement();
      }
      if (!first) {
        empty("br");
      }
      start("t");
      xml.writeAttribute("xml:space", "preserve");
      // No such character may stand in XML.
      xml.writeCharacters(line.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " "));
      xml.writeEndElement();
      xml.writeEndElement();
      first = false;
    }
  }

  private void start(String name) throws XMLStreamException {
    xml.writeStartElement("w", name, W);
  }

  private void empty(String name, String... namesAndValues) throws XMLStreamException {
    xml.writeEmptyElement("w", name, W);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute("w", W, namesAndValues[i], namesAndValues[i + 1]);
    }
  }
}
