package io.tocsin.bench.load.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerWatchesTest {
  @Test
  void countsWhatIsUnderWayUnderEitherName() {
    String metrics =
        """
        # TYPE apiserver_longrunning_gauge gauge
        apiserver_longrunning_gauge{group="load",resource="task00s",scope="cluster",verb="WATCH",version="v1"} 1
        apiserver_longrunning_gauge{group="load",resource="task00s",scope="namespace",verb="WATCH",version="v1"} 2
        apiserver_longrunning_gauge{group="",resource="pods",scope="namespace",verb="CONNECT",version="v1"} 1
        apiserver_longrunning_requests{group="load",resource="task01s",scope="cluster",verb="WATCH",version="v1"} 0
        apiserver_request_total{resource="task02s",verb="WATCH"} 7
        """;
    assertThat(ServerWatches.parse(metrics)).isEqualTo(Map.of("task00s", 3L, "task01s", 0L));
  }
}
