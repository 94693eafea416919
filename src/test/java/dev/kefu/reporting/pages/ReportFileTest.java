package dev.kefu.reporting.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.reporting.Column;
import dev.kefu.reporting.Figures;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReportFileTest {

  private static final int CASES = 200_000;
  private static final Report REPORT = new Report("trial", "Trial 試", "All 全部", Set.of("general-manager"), List.of(Period.Kind.MONTH),
      new Source("t", "1 = 1", "t.id", "t.case_number", "t.at", List.of(new Fact("Product 產品", "t.product", UnaryOperator.identity()))),
      List.of(Grouping.byText("product", "Product 產品", "t.product")), List.of(Column.count("count", "Number 件數", "1 = 1")));

  /** What was read is written and gone: after each page the file has grown, and the cases of earlier pages can be collected. */
  @Test
  void casesAreWrittenPageByPage() throws IOException {
    AtomicLong written = new AtomicLong();
    List<Long> writtenBeforePage = new ArrayList<>();
    List<Integer> pageSizes = new ArrayList<>();
    new ReportFile(new ManyCases(page -> {
      writtenBeforePage.add(written.get());
      pageSizes.add(page);
    })).write(REPORT, Period.parse("2026-11"), REPORT.groupings().get(0), new ReportFile.Heading("Somebody 某人", "2026-12-01 09:00"), counting(written));

    assertThat(pageSizes).hasSize(201).allSatisfy(size -> assertThat(size).isEqualTo(1000));
    // The first ten pages may still stand in buffers.
    assertThat(writtenBeforePage.subList(10, 201)).isSorted().doesNotHaveDuplicates();
    assertThat(written.get()).isGreaterThan(writtenBeforePage.get(200));
  }

  private static OutputStream counting(AtomicLong written) {
    return new OutputStream() {
      @Override
      public void write(int one) {
        written.incrementAndGet();
      }

      @Override
      public void write(byte[] some, int from, int length) {
        written.addAndGet(length);
      }
    };
  }

  private record ManyCases(Consumer<Integer> asked) implements Figures {

    @Override
    public Line total(Report report, Period period) {
      return new Line("", "Total 合計", Map.of("count", BigDecimal.valueOf(CASES)));
    }

    @Override
    public void groups(Report report, Period period, Grouping grouping, Consumer<Line> sink) {
      sink.accept(new Line("pump", "pump", Map.of()));
    }

    @Override
    public List<TracedCase> cases(Report report, Period period, Grouping grouping, String group, Column column, long after, int most) {
      asked.accept(most);
      return LongStream.rangeClosed(after + 1, Math.min(after + most, CASES))
          .mapToObj(id -> new TracedCase(id, "CMP-2026-%06d".formatted(id), "2026-11-01 09:00", "pump", List.of(Long.toHexString(id * 2_654_435_761L)))).toList();
    }
  }
}
