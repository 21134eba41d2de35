package io.tocsin.services.dingtalk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a message mentions.
 *
 * @param all everyone in the group
 */
record At(List<String> mobiles, List<String> userIds, boolean all) {
  At {
    mobiles = present(mobiles);
    userIds = present(userIds);
  }

  boolean anyone() {
    return all || !mobiles.isEmpty() || !userIds.isEmpty();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!mobiles.isEmpty()) {
      json.put("atMobiles", mobiles);
    }
    if (!userIds.isEmpty()) {
      json.put("atUserIds", userIds);
    }
    json.put("isAtAll", all);
    return json;
  }

  /** A text with those it mentions: DingTalk shows a mention only where the text holds it. */
  String mention(String text) {
    String missing =
        Stream.concat(mobiles.stream(), userIds.stream())
            .map(who -> "@" + who)
            .filter(mention -> !text.contains(mention))
            .collect(Collectors.joining(" "));
    return missing.isEmpty() ? text : text.stripTrailing() + "\n\n" + missing;
  }

  /** A rendered list may hold empty texts, and several names in one. */
  private static List<String> present(List<String> names) {
    return names.stream()
        .flatMap(name -> Stream.of(name.split("[,\\s]+")))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
