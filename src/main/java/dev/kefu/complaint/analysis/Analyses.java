package dev.kefu.complaint.analysis;

import dev.kefu.complaint.analysis.ComplaintAnalysis.Reason;
import dev.kefu.complaint.analysis.ComplaintAnalysis.Status;
import dev.kefu.complaint.statistics.ComplaintFigures;
import dev.kefu.complaint.statistics.ComplaintFigures.Counted;
import dev.kefu.engine.CaseEnded;
import dev.kefu.reporting.Figures.Line;
import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Period;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of analyses. */
@Service
@RequiredArgsConstructor
@Transactional
class Analyses {

  static final String PROCESS = "complaint-analysis";

  private static final Map<String, String> CAUSES = FormLabels.of("complaint/complaint-handling-inquiry-investigate", "investigation.causeCategory");
  /** From no complaint to some: growth has no measure, so it counts as doubled (D). */
  private static final BigDecimal FROM_NOTHING = BigDecimal.valueOf(100);

  private final ComplaintAnalysisRepository repository;
  private final ComplaintFigures figures;
  private final Clock clock;

  /** Counts the complaints of a period and freezes the figures; a repeated job finds what is there. */
  ComplaintAnalysis count(String caseNumber, String processInstanceId, Reason reason) {
    return repository.findByProcessInstanceId(processInstanceId).orElseGet(() -> {
      ComplaintAnalysis analysis = new ComplaintAnalysis(caseNumber, processInstanceId, reason, clock.instant());
      Counted counted = figures.of(reason.period());
      analysis.freeze(counted.numbers(), counted.tables().entrySet().stream()
          .flatMap(table -> table.getValue().lines().stream().map(line -> figure(table.getKey(), line))).toList(), causes(reason.period()));
      return repository.save(analysis);
    });
  }

  private static Figure figure(String table, Line line) {
    return new Figure(table, line.group(), line.label(), line.values().get("count").intValueExact(), line.values().get("share"), line.values().get("change"));
  }

  private List<Cause> causes(Period period) {
    Period month = Period.containing(Period.Kind.MONTH, period.end().minusDays(1));
    Map<String, Line> ofMonth = figures.causes(month).stream().collect(Collectors.toMap(Line::group, Function.identity()));
    return figures.causes(period).stream().filter(line -> !line.group().isEmpty() && line.values().get("count").signum() > 0).map(line -> {
      Map<String, BigDecimal> values = line.values();
      Cause cause = new Cause(line.group(), values.get("count").intValueExact(), values.get("share"), values.get("cumulative"));
      // A year has causes that neither its last month nor the month before has.
      return Optional.ofNullable(ofMonth.get(line.group())).map(Line::values)
          .map(inMonth -> cause.inMonth(inMonth.get("count").intValueExact(), inMonth.getOrDefault("change", FROM_NOTHING))).orElse(cause);
    }).toList();
  }

  /**
   * Finds an analysis.
   *
   * @throws IllegalStateException when there is none
   */
  ComplaintAnalysis get(long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no analysis " + id + "."));
  }

  Optional<ComplaintAnalysis> ofInstance(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId);
  }

  static String causeName(String code) {
    return CAUSES.getOrDefault(code, code);
  }

  /** Closes the analysis in the transaction in which its process ends. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId())
          .ifPresent(analysis -> analysis.end(Status.valueOf(ended.outcome().toUpperCase(Locale.ROOT)), clock.instant()));
    }
  }
}
