package dev.kefu.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Walks a model's XML where a rule concerns any attribute or text. */
final class Xml {

  private Xml() {
  }

  static Stream<Element> children(Element element) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance).map(Element.class::cast);
  }

  /** The element and all below it. */
  static Stream<Element> all(Element element) {
    return Stream.concat(Stream.of(element), children(element).flatMap(Xml::all));
  }

  static List<Attr> attributes(Element element) {
    List<Attr> attributes = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      attributes.add((Attr) element.getAttributes().item(i));
    }
    return attributes;
  }

  /** The element's own text, without that of its children. */
  static String text(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(node.getNodeValue());
      }
    }
    return text.toString().strip();
  }
}
