package io.tocsin.services.console;

import io.tocsin.services.Notification;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A rendered notification as YAML. */
final class NotificationYaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private NotificationYaml() {}

  static String write(Notification notification) {
    Map<String, Object> all = new TreeMap<>(notification.fields());
    if (!notification.message().isEmpty()) {
      all.put("message", notification.message());
    }
    return MAPPER.writeValueAsString(all);
  }
}
