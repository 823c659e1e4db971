package org.practicereview.pages;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.practicereview.partnership.Partnerships;
import org.practicereview.publication.PublishedItem;

/** What has been published, for feed readers (Atom, RFC 4287) and search engines. */
final class PublishedFeed {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private PublishedFeed() {}

  static String atom(List<PublishedItem> items, Partnerships partnerships, String base) {
    return written(
        xml -> {
          xml.writeStartElement("feed");
          xml.writeDefaultNamespace(ATOM);
          text(xml, "id", base + "/published");
          text(xml, "title", "Child safeguarding practice reviews: what has been published");
          text(
              xml,
              "updated",
              items.stream()
                  .map(PublishedItem::publishedAt)
                  .findFirst()
                  .orElse(Instant.EPOCH)
                  .toString());
          link(xml, "self", base + "/published/feed.xml");
          link(xml, "alternate", base + "/published");
          for (PublishedItem item : items) {
            xml.writeStartElement("entry");
            text(xml, "id", "urn:uuid:" + item.id());
            text(xml, "title", item.title());
            text(xml, "published", item.publishedAt().toString());
            text(xml, "updated", item.publishedAt().toString());
            xml.writeStartElement("author");
            text(xml, "name", partnerships.get(item.partnership()).name());
            xml.writeEndElement();
            link(xml, "alternate", base + "/published/" + item.id());
            text(xml, "summary", item.summary());
            xml.writeEndElement();
          }
          xml.writeEndElement();
        });
  }

  static String sitemap(List<PublishedItem> items, String base) {
    return written(
        xml -> {
          xml.writeStartElement("urlset");
          xml.writeDefaultNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
          for (String path : List.of("/", "/refer", "/steps", "/published")) {
            address(xml, base + path);
          }
          for (PublishedItem item : items) {
            address(xml, base + "/published/" + item.id());
          }
          xml.writeEndElement();
        });
  }

  private static void address(XMLStreamWriter xml, String address) throws XMLStreamException {
    xml.writeStartElement("url");
    text(xml, "loc", address);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }

  private static void text(XMLStreamWriter xml, String element, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private interface Writing {
    void to(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static String written(Writing writing) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      writing.to(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toString();
  }
}
