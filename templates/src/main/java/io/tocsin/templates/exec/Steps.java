package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoTypes;
import java.util.List;

/** The steps other than loops. */
final class Steps {
  private Steps() {}

  record Text(String text, Site site) implements Step {
    @Override
    public Flow run(Frame frame) {
      frame.rendering.append(text, site);
      return Flow.NEXT;
    }
  }

  record Print(Expression expression, Site site) implements Step {
    @Override
    public Flow run(Frame frame) {
      Object value = expression.value(frame);
      Rendering rendering = frame.rendering;
      if (value instanceof String string) {
        rendering.append(string, site);
      } else if (value == null || value == Nil.INTERFACE) {
        rendering.append("<no value>", site);
      } else {
        print(value, rendering);
      }
      return Flow.NEXT;
    }

    private void print(Object value, Rendering rendering) {
      if (value instanceof GoFunction) {
        throw site.fail("can't print " + site.node() + " of type " + GoTypes.name(value));
      }
      try {
        GoFormat.append(rendering.out, value, rendering.characters());
      } catch (GoException e) {
        throw site.fail(e.getMessage());
      }
      rendering.checkSize(site);
    }
  }

  /** Evaluates what sets variables. */
  record Set(Expression expression) implements Step {
    @Override
    public Flow run(Frame frame) {
      expression.value(frame);
      return Flow.NEXT;
    }
  }

  record If(Expression condition, Step then, Step otherwise) implements Step {
    @Override
    public Flow run(Frame frame) {
      return Values.isTrue(condition.value(frame)) ? then.run(frame) : otherwise.run(frame);
    }
  }

  record With(Expression expression, Step then, Step otherwise) implements Step {
    @Override
    public Flow run(Frame frame) {
      Object value = expression.value(frame);
      if (!Values.isTrue(value)) {
        return otherwise.run(frame);
      }
      Object outer = frame.dot;
      frame.dot = value;
      Flow flow = then.run(frame);
      frame.dot = outer;
      return flow;
    }
  }

  /** Steps in a row. */
  static final class Block implements Step {
    private final Step[] steps;

    Block(List<Step> steps) {
      this.steps = steps.toArray(Step[]::new);
    }

    @Override
    public Flow run(Frame frame) {
      for (Step step : steps) {
        Flow flow = step.run(frame);
        if (flow != Flow.NEXT) {
          return flow;
        }
      }
      return Flow.NEXT;
    }
  }

  /** Leaves a turn of a loop, or the loop. */
  record Leave(Flow flow) implements Step {
    @Override
    public Flow run(Frame frame) {
      return flow;
    }
  }

  /** Renders another template. */
  record Call(String name, Expression data, Site site) implements Step {
    @Override
    public Flow run(Frame frame) {
      CompiledTemplate template = frame.rendering.library.find(name);
      if (template == null) {
        throw site.fail(GoFormat.printf("template %q not defined", name));
      }
      Rendering rendering = frame.rendering;
      rendering.step(site);
      rendering.enter(site);
      Object dot = Nil.collapse(data.value(frame));
      template.body().run(new Frame(rendering, template.variables(), dot));
      rendering.leave();
      return Flow.NEXT;
    }
  }
}
