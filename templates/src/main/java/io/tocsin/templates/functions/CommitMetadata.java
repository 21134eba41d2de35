package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.time.GoTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A commit, as templates and conditions see it.
 *
 * @param author name and address, such as {@code Jo <jo@example.com>}
 */
public record CommitMetadata(String message, String author, GoTime date, List<String> tags)
    implements GoObject {
  public CommitMetadata {
    tags = List.copyOf(tags);
  }

  @Override
  public String typeName() {
    return "shared.CommitMetadata";
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Message", message);
    fields.put("Author", author);
    fields.put("Date", date);
    fields.put("Tags", StringLists.typed(tags));
    return fields;
  }
}
