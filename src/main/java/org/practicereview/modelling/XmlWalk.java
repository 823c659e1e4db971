package org.practicereview.modelling;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks over every element, attribute and text of a model, also those that the model API has no
 * name for, so that nothing hides from a rule.
 */
final class XmlWalk {

  private static final XMLInputFactory FACTORY = factory();

  private XmlWalk() {}

  /** What a rule looks at; {@code id} is that of the nearest element that has one. */
  interface Visitor {
    default void element(String id, String name) {}

    default void attribute(String id, String element, String name, String value) {}

    default void text(String id, String element, String text) {}
  }

  static void over(String xml, Visitor visitor) {
    try {
      walk(reader(xml), visitor);
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("The model is not well-formed XML", e);
    }
  }

  /** Looking for a factory takes longer than reading a model. */
  private static synchronized XMLStreamReader reader(String xml) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(new StringReader(xml));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static void walk(XMLStreamReader reader, Visitor visitor) throws XMLStreamException {
    Deque<String> ids = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String own = reader.getAttributeValue(null, "id");
          ids.push(own != null ? own : ids.isEmpty() ? "" : ids.peek());
          names.push(reader.getLocalName());
          visitor.element(ids.peek(), names.peek());
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            visitor.attribute(
                ids.peek(),
                names.peek(),
                reader.getAttributeLocalName(i),
                reader.getAttributeValue(i));
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!names.isEmpty()) {
            visitor.text(ids.peek(), names.peek(), reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          ids.pop();
          names.pop();
        }
        default -> {
          // Comments and the like hold nothing that runs.
        }
      }
    }
  }
}
