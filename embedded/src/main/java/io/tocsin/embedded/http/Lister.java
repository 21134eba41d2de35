package io.tocsin.embedded.http;

import io.tocsin.embedded.api.Failures;
import io.tocsin.embedded.store.Database;
import io.tocsin.embedded.store.Listing;
import io.tocsin.embedded.store.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists objects, in pages when asked to. */
record Lister(Database database) {
  private static final String TOKEN_TOO_OLD =
      "The provided continue parameter is too old to display a consistent list result. You can"
          + " start a new list without the continue parameter, or use the continue token in this"
          + " response to retrieve the remainder of the results. Continuing with the provided"
          + " token results in an inconsistent list - objects that were created, modified, or"
          + " deleted between the time the first chunk was returned and now may show up in the"
          + " list.";

  Page list(Selection selection, Request request) {
    String token = request.parameter("continue");
    if (!token.isEmpty()) {
      Continuation continuation = Continuation.parse(token);
      return page(selection, request, listing(selection, continuation), continuation.after());
    }
    return page(selection, request, listing(selection, request), "");
  }

  private Listing listing(Selection selection, Continuation continuation) {
    if (continuation.version() == Continuation.CURRENT) {
      return current(selection);
    }
    return at(selection, continuation.version())
        .orElseThrow(
            () ->
                Failures.expired(TOKEN_TOO_OLD)
                    .continuing(
                        new Continuation(Continuation.CURRENT, continuation.after()).token()));
  }

  private Listing listing(Selection selection, Request request) {
    long wanted = request.number("resourceVersion").orElse(0L);
    long current = database.version();
    if (wanted > current) {
      throw Failures.tooLargeVersion(wanted, current);
    }
    if (wanted > 0 && request.parameter("resourceVersionMatch").equals("Exact")) {
      return at(selection, wanted)
          .orElseThrow(
              () -> Failures.expired("The resourceVersion for the provided list is too old."));
    }
    return current(selection);
  }

  private Listing current(Selection selection) {
    return database.list(selection.type().storage().resource(), selection.namespace());
  }

  private Optional<Listing> at(Selection selection, long version) {
    return database.listAt(selection.type().storage().resource(), selection.namespace(), version);
  }

  private static Page page(Selection selection, Request request, Listing listing, String after) {
    long limit = request.number("limit").filter(wanted -> wanted > 0).orElse(Long.MAX_VALUE);
    List<Stored> found = new ArrayList<>();
    int position = 0;
    for (Stored stored : listing.objects()) {
      position++;
      if (isAfter(stored, after) && selection.matches(stored)) {
        found.add(stored);
      }
      if (found.size() == limit && position < listing.objects().size()) {
        String token = new Continuation(listing.version(), Continuation.path(stored.key())).token();
        long remaining = selection.isAll() ? listing.objects().size() - (long) position : -1;
        return new Page(listing.version(), found, token, remaining);
      }
    }
    return new Page(listing.version(), found, "", -1);
  }

  private static boolean isAfter(Stored stored, String after) {
    return after.isEmpty() || Continuation.path(stored.key()).compareTo(after) > 0;
  }
}
