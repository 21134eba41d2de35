package io.tocsin.notifier.demo;

import io.tocsin.notifier.preview.Preview;
import io.tocsin.notifier.preview.TerminalPreview;
import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demo shows: turns, messages as people would read them, and what was held back. */
public final class Screen {
  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\(([^)]*)\\)");
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintWriter out;
  private final boolean colours;

  /** Draws with bold and dim text where {@code colours}. */
  public Screen(PrintWriter out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  synchronized void line(String text) {
    out.println(text);
    out.flush();
  }

  /** Where something is that the story plays with. */
  void opening(String title, String address) {
    line("%-27s%s".formatted(title, address));
  }

  void turn(int number, Scene scene) {
    Step step = scene.step();
    line("");
    line(
        "%s  sync %s, health %s, operation %s"
            .formatted(
                styled(BOLD, number + ". " + scene.title()),
                step.sync(),
                step.health(),
                step.phase().orElse("none")));
  }

  void turn(int number, String title) {
    line("");
    line(styled(BOLD, number + ". " + title));
  }

  /** A message in DingTalk's markdown, or its refusal. */
  synchronized void message(DingTalkRobot.Request request) {
    if (!request.taken()) {
      line("   ✗ the robot refused it: " + request.answer());
      return;
    }
    JsonNode markdown = JsonMapper.shared().readTree(request.body()).path("markdown");
    letter(
        "DingTalk: " + markdown.path("title").asString(""),
        markdown.path("text").asString("").lines().map(this::read).toList());
  }

  /** A message as its receiver shows it. */
  void letter(String receiver, Preview message) {
    letter(receiver, TerminalPreview.lines(message, colours));
  }

  /** A message that somebody got. */
  synchronized void letter(String receiver, List<String> lines) {
    line("   ✉ " + receiver);
    lines.forEach(text -> line(("     ┃ " + text).stripTrailing()));
  }

  void failed(String trigger, String destination, String reason) {
    line("   ✗ " + trigger + " to " + destination + ": " + reason);
  }

  void heldBack(String trigger, String destination) {
    line(
        "   "
            + styled(DIM, "· " + trigger + " to " + destination + ": held back, was told before"));
  }

  private String read(String line) {
    String text = LINK.matcher(line).replaceAll("$1 <$2>").stripTrailing();
    if (text.startsWith("### ")) {
      return styled(BOLD, text.substring(4));
    }
    return text.startsWith("> - ") ? "• " + text.substring(4) : text;
  }

  private String styled(String style, String text) {
    return colours ? style + text + PLAIN : text;
  }
}
