package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** All that stands in a model, whatever the order and the line breaks in which it is written. */
final class Meaning {

  private static final String DRAWING = "BPMNDiagram";

  private Meaning() {}

  /** With how it is drawn. */
  static String of(OneModel model) {
    return of(root(model), true);
  }

  /** Without how it is drawn. */
  static String withoutDrawing(OneModel model) {
    return of(root(model), false);
  }

  private static Element root(OneModel model) {
    return ((Document) model.model().getDocument().getDomSource().getNode()).getDocumentElement();
  }

  private static String of(Element element, boolean drawing) {
    List<String> inner = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element one) {
        if (drawing || !one.getLocalName().equals(DRAWING)) {
          inner.add(of(one, drawing));
        }
      } else if (child.getNodeType() != Node.COMMENT_NODE) {
        text.append(child.getNodeValue());
      }
    }
    boolean ordered = element.getLocalName().matches("properties|BPMNEdge|extensionElements");
    return element.getLocalName()
        + attributes(element)
        + text.toString().strip()
        + (ordered ? inner : inner.stream().sorted().toList());
  }

  private static Map<String, String> attributes(Element element) {
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr one = (Attr) element.getAttributes().item(i);
      if (!one.getName().startsWith("xmlns")) {
        attributes.put(
            one.getNamespaceURI() + " " + one.getLocalName(),
            one.getValue().replaceFirst("^(-?[0-9]+)\\.0+$", "$1"));
      }
    }
    return attributes;
  }
}
