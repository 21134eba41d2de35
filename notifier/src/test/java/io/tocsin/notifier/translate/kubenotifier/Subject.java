package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What conditions and templates are given about an object. */
final class Subject {
  private Subject() {}

  static Map<String, Object> of(String yaml) {
    Map<String, Object> object = Yaml.mapping(yaml);
    GoFunction xpath =
        GoFunction.of(
            "xpath", GoType.ANY, arguments -> texts(object, (String) arguments[0]), GoType.STRING);
    return Map.of("obj", object, "xpath", xpath);
  }

  private static List<String> texts(Object object, String path) {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
      Element root = document.createElement("object");
      fill(root, object);
      NodeList nodes =
          (NodeList)
              XPathFactory.newDefaultInstance()
                  .newXPath()
                  .evaluate(path, root, XPathConstants.NODESET);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        texts.add(nodes.item(i).getTextContent());
      }
      return texts;
    } catch (ParserConfigurationException | XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }

  private static void fill(Element element, Object value) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((name, item) -> child(element, name.toString(), item));
      case List<?> list -> list.forEach(item -> child(element, "item", item));
      case null -> {
        // has no text
      }
      default -> element.setTextContent(value.toString());
    }
  }

  private static void child(Element parent, String name, Object value) {
    Element child = parent.getOwnerDocument().createElement(name);
    parent.appendChild(child);
    fill(child, value);
  }
}
