package io.tocsin.notifier.preview;

/** How a receiver reads a text. */
enum Markup {
  /** As it is. */
  PLAIN,
  /** Markdown, as most chats have it. */
  MARKDOWN,
  /** Slack's own. */
  MRKDWN
}
