package io.tocsin.triggers.emit;

import io.tocsin.triggers.run.Path;
import io.tocsin.triggers.run.Sites;
import io.tocsin.triggers.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Emits members and calls. */
final class MemberEmitter {
  private final Emitter emitter;
  private final Script script;
  private final PathEmitter paths;

  MemberEmitter(Emitter emitter, Script script, PathEmitter paths) {
    this.emitter = emitter;
    this.script = script;
    this.paths = paths;
  }

  /** A member or a chain that is no path; any other node as it comes. */
  Code member(Node node) {
    return switch (node) {
      case Node.Chain chain ->
          script.call(chain.span(), Sites::chain, List.of(emitter.node(chain.node())));
      case Node.Member member -> member(member);
      default -> emitter.node(node);
    };
  }

  private Code member(Node.Member member) {
    Code target = emitter.node(member.target());
    Optional<Object> key = PathEmitter.key(member.property());
    if (key.isPresent()) {
      return script.call(
          member.span(), Sites.member(key.get(), member.optional()), List.of(target));
    }
    return member.optional() || isChained(member.target())
        ? unlessCut(member, target)
        : script.call(
            member.span(), Sites::member, List.of(target, emitter.node(member.property())));
  }

  /** Whether a chain may have been cut short at that node. */
  private static boolean isChained(Node node) {
    return switch (node) {
      case Node.Member member -> member.optional() || isChained(member.target());
      case Node.Call call -> isChained(call.callee());
      default -> false;
    };
  }

  private Code unlessCut(Node.Member member, Code target) {
    Code result = script.stored(target);
    Script.Block found =
        script.block(
            member.span(),
            () ->
                script.call(
                    member.span(),
                    Sites::member,
                    List.of(result, emitter.node(member.property()))));
    Code goesOn = script.call(member.span(), Sites.goesOn(member.optional()), List.of(result));
    script.statement(
        "if (%s) { %s%s = %s; } else { %s = %s; } "
            .formatted(
                goesOn.text(),
                found.statements(),
                result.text(),
                found.value().text(),
                result.text(),
                emitter.cut().text()));
    return result;
  }

  Code call(Node.Call call) {
    List<Code> arguments = new ArrayList<>(emitter.nodes(call.arguments()));
    Optional<Path> callee = paths.path(call.callee());
    if (callee.isPresent()) {
      return script.call(call.span(), Sites.call(callee.get()), arguments);
    }
    if (call.callee() instanceof Node.Member member
        && member.property() instanceof Node.Text name) {
      arguments.add(emitter.node(member.target()));
      return script.call(call.span(), Sites.method(name.value(), member.optional()), arguments);
    }
    throw new IllegalStateException("a call of " + call.callee());
  }
}
