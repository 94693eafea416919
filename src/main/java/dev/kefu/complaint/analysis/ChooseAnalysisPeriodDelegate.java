package dev.kefu.complaint.analysis;

import dev.kefu.reporting.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the next week, month or year that is to be analysed today. */
@Component
@RequiredArgsConstructor
class ChooseAnalysisPeriodDelegate implements JavaDelegate {

  private final AnalysisPeriods periods;

  @Override
  public void execute(DelegateExecution execution) {
    Optional<Period> due = Arrays.stream(Period.Kind.values()).flatMap(kind -> periods.take(kind).stream()).findFirst();
    execution.setVariable("analysisDue", due.isPresent());
    due.ifPresent(period -> {
      execution.setVariable("analysisOccasion", period.kind().name().toLowerCase(Locale.ROOT));
      execution.setVariable("period", period.text());
    });
  }
}
