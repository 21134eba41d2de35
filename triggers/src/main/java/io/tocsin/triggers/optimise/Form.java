package io.tocsin.triggers.optimise;

import io.tocsin.triggers.syntax.Children;
import io.tocsin.triggers.syntax.Node;
import java.util.List;

/**
 * What a node says, wherever it stands.
 *
 * @param own what tells it from other nodes of its kind
 */
record Form(Class<?> kind, Object own, List<Form> children) {
  static Form of(Node node) {
    return new Form(node.getClass(), own(node), Children.of(node).stream().map(Form::of).toList());
  }

  private static Object own(Node node) {
    return switch (node) {
      case Node.Bool n -> n.value();
      case Node.Int n -> n.value();
      case Node.Decimal n -> n.value();
      case Node.Text n -> n.value();
      case Node.Bytes n -> n.value();
      case Node.Constant n -> n.value();
      case Node.Identifier n -> n.name();
      case Node.Pointer n -> n.name();
      case Node.Unary n -> n.operator();
      case Node.Binary n -> n.operator();
      case Node.Builtin n -> n.name();
      case Node.Member n -> n.optional();
      case Node.Slice n -> n.from().isPresent();
      case Node.Let n -> n.name();
      default -> "";
    };
  }
}
