package io.tocsin.services.github;

import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** The body that makes a check run. */
final class CheckRun {
  private CheckRun() {}

  static Map<String, Object> of(String revision, Fields said) {
    String conclusion = said.text("conclusion");
    String completed = time(said, "completed_at");
    String status = said.text("status", conclusion.isEmpty() ? "" : "completed");
    if (conclusion.isEmpty() && (status.equals("completed") || !completed.isEmpty())) {
      throw Undelivered.rejected(
          "github.checkRun.conclusion is needed where status is completed or completed_at is said");
    }
    return Json.present(
        "name",
        said.text("name"),
        "head_sha",
        revision,
        "details_url",
        said.text("details_url"),
        "external_id",
        "argocd-notifications",
        "status",
        status,
        "conclusion",
        conclusion,
        "started_at",
        time(said, "started_at"),
        "completed_at",
        completed,
        "output",
        said.group("output")
            .map(
                output ->
                    Json.fields(
                        "title", output.text("title"),
                        "summary", output.text("summary"),
                        "text", output.text("text")))
            .orElse(null));
  }

  private static String time(Fields said, String name) {
    String text = said.text(name).strip();
    try {
      return text.isEmpty() ? "" : OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeParseException wrong) {
      throw Undelivered.rejected(
          "github.checkRun." + name + " must be a time such as 2026-01-02T03:04:05Z");
    }
  }
}
