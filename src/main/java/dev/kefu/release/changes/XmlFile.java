package dev.kefu.release.changes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads XML and walks it. */
final class XmlFile {

  private XmlFile() {
  }

  /** The outermost element; a document type is refused, for it could read files of the server. */
  static Element read(byte[] content) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content)).getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("The file is no XML: " + e.getMessage(), e);
    }
  }

  static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  static List<Element> children(Element element, String name) {
    return children(element).stream().filter(child -> name.equals(child.getLocalName())).toList();
  }

  /** The element and all below it. */
  static List<Element> all(Element element) {
    List<Element> all = new ArrayList<>(List.of(element));
    children(element).forEach(child -> all.addAll(all(child)));
    return all;
  }

  /** The text of a cell: that of its element {@code text}. */
  static String cell(Element element) {
    return children(element, "text").stream().map(text -> text.getTextContent().strip()).findFirst().orElse("");
  }
}
