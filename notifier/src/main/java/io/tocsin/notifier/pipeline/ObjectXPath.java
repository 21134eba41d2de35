package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.templates.golang.GoException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * An object as the tree that XPath 1.0 is about, made as Argo Kube Notifier makes it: fields are
 * elements, in the order of their names, and items of lists are elements without a name.
 */
final class ObjectXPath {
  /** Of elements that no name test means: items, and fields whose names are none in XML. */
  private static final String NAMELESS = "urn:tocsin:nameless";

  private final Element root;

  private ObjectXPath(Element root) {
    this.root = root;
  }

  static ObjectXPath of(KubeObject object) {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
      Element root = document.createElementNS(NAMELESS, "object");
      document.appendChild(root);
      append(document, root, object.content());
      return new ObjectXPath(root);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform has documents", e);
    }
  }

  /**
   * The texts of the nodes that are found, in the order of the tree.
   *
   * @throws GoException when it does not parse
   */
  List<String> texts(String path) {
    try {
      boolean absolute = path.startsWith("/") && !path.startsWith("//");
      XPathFactory factory = XPathFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      NodeList nodes =
          (NodeList)
              factory
                  .newXPath()
                  .evaluate(absolute ? "/*" + path : path, root, XPathConstants.NODESET);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        texts.add(nodes.item(i).getTextContent());
      }
      return texts;
    } catch (XPathExpressionException | XPathFactoryConfigurationException e) {
      throw new GoException("'" + path + "' is no XPath that finds nodes");
    }
  }

  private static void append(Document document, Node parent, Object value) {
    switch (value) {
      case Map<?, ?> fields ->
          new TreeMap<>(fields)
              .forEach((name, field) -> child(document, parent, name.toString(), field));
      case List<?> items ->
          items.forEach(item -> append(document, nameless(document, parent), item));
      case null -> {
        // an element without a text
      }
      default -> parent.appendChild(document.createTextNode(text(value)));
    }
  }

  private static void child(Document document, Node parent, String name, Object value) {
    Node element;
    try {
      element = parent.appendChild(document.createElementNS(null, name));
    } catch (DOMException e) {
      element = nameless(document, parent);
    }
    append(document, element, value);
  }

  private static Node nameless(Document document, Node parent) {
    return parent.appendChild(document.createElementNS(NAMELESS, "item"));
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
