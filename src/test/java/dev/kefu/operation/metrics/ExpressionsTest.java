package dev.kefu.operation.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExpressionsTest {

  @Test
  void namesOfMetricsAreToldFromFunctionsAndLabels() {
    assertThat(Expressions.metrics("sum by (process) (increase(kefu_cases_finished_total{process=\"complaint-handling\"}[1h])) > 0")).containsExactly("kefu_cases_finished_total");
    assertThat(Expressions.metrics("sum by (instance) (rate(a_sum[5m])) / sum by (instance) (rate(a_count[5m]))")).containsExactly("a_count", "a_sum");
    assertThat(Expressions.metrics("topk(12, max by (process, of) (kefu_deadlines_overdue) > 0)")).containsExactly("kefu_deadlines_overdue");
    assertThat(Expressions.metrics("absent(kefu_backup_age_seconds >= 0) or up{job=\"kefu\"} == 0")).containsExactly("kefu_backup_age_seconds", "up");
  }

  @Test
  void dashboardAndAlarmsAreRead() throws IOException {
    assertThat(Expressions.all()).hasSizeGreaterThan(40);
  }
}
