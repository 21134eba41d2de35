package io.tocsin.notifier.translate.kubenotifier;

import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.w3c.dom.Document;

/**
 * What Argo Kube Notifier calls a jsonPath: an XPath 1.0 over the object.
 *
 * @param xpath relative to the object, or to what a condition around it found
 * @param names of the fields on the way, where it is made of names alone; else none
 */
record JsonPath(String xpath, List<String> names) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w.-]*(/[A-Za-z_][\\w.-]*)*");

  /**
   * Reads.
   *
   * @throws XPathExpressionException when it does not parse, or finds no nodes
   */
  static JsonPath parse(String text) throws XPathExpressionException {
    String xpath = relative(text.strip());
    if (PLAIN.matcher(xpath).matches()) {
      return new JsonPath(xpath, List.of(xpath.split("/")));
    }
    evaluate(xpath);
    return new JsonPath(xpath, List.of());
  }

  boolean plain() {
    return !names.isEmpty();
  }

  /** There, a path from the root begins at what the condition around it found. */
  private static String relative(String text) {
    if (text.equals("/")) {
      return ".";
    }
    if (text.startsWith("//")) {
      return "." + text;
    }
    return text.startsWith("/") ? text.substring(1) : text;
  }

  private static void evaluate(String xpath) throws XPathExpressionException {
    try {
      XPathFactory factory = XPathFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Document nothing =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
      factory.newXPath().evaluate(xpath, nothing, XPathConstants.NODESET);
    } catch (XPathFactoryConfigurationException | ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform has XPath", e);
    }
  }
}
