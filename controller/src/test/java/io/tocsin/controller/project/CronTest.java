package io.tocsin.controller.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * * *          | 2026-06-01T12:00:30 | 2026-06-01T12:01",
        "0 22 * * *         | 2026-06-01T22:00    | 2026-06-02T22:00",
        "30 9 * * mon-fri   | 2026-06-05T10:00    | 2026-06-08T09:30",
        "*/15 8-17 * * *    | 2026-06-01T17:50    | 2026-06-02T08:00",
        "5/20 * * * *       | 2026-06-01T12:30    | 2026-06-01T12:45",
        "0 0 1,15 * *       | 2026-06-02T00:00    | 2026-06-15T00:00",
        "0 0 29 feb *       | 2026-06-01T00:00    | 2028-02-29T00:00",
        "0 0 13 * fri       | 2026-06-01T00:00    | 2026-06-05T00:00",
        "0 0 */2 * fri      | 2026-06-01T00:30    | 2026-06-03T00:00",
        "0 0 ? * 0          | 2026-06-01T00:00    | 2026-06-07T00:00",
        "59 23 31 12 *      | 2026-12-31T23:59    | 2027-12-31T23:59"
      })
  void findsTheNextTime(String schedule, LocalDateTime from, LocalDateTime expected) {
    assertThat(Cron.parse(schedule).after(from)).contains(expected);
  }

  @Test
  void aDateThatNeverComesIsNotLookedForWithoutEnd() {
    assertThat(Cron.parse("0 0 31 2 *").after(LocalDateTime.parse("2026-06-01T00:00"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * *      | cannot parse schedule '* * * *': it has 4 fields, not 5",
        "60 * * * *   | cannot parse schedule '60 * * * *': '60' is not within 0 and 59",
        "* * * * 7    | cannot parse schedule '* * * * 7': '7' is not within 0 and 6",
        "x * * * *    | cannot parse schedule 'x * * * *': 'x' is no number",
        "*/0 * * * *  | cannot parse schedule '*/0 * * * *': '*/0' is not within 0 and 59",
        "5-1 * * * *  | cannot parse schedule '5-1 * * * *': '5-1' is not within 0 and 59",
        "1-2-3 * * * * | cannot parse schedule '1-2-3 * * * *': too many hyphens in '1-2-3'",
        "@daily       | cannot parse schedule '@daily': it has 1 fields, not 5"
      })
  void saysWhatCannotBeRead(String schedule, String message) {
    assertThatThrownBy(() -> Cron.parse(schedule)).hasMessage(message);
  }
}
