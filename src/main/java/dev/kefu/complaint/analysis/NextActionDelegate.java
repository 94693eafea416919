package dev.kefu.complaint.analysis;

import dev.kefu.complaint.Department;
import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the next action that was not ordered yet and says what its message brings. */
@Component
@RequiredArgsConstructor
class NextActionDelegate implements JavaDelegate {

  private final Analyses analyses;
  private final Clock clock;

  @Override
  @Transactional
  public void execute(DelegateExecution execution) {
    ComplaintAnalysis analysis = analyses.get((Long) execution.getVariable("analysisId"));
    Optional<Action> next = analysis.orderNext(clock.instant());
    execution.setVariable("nextMeasure", next.map(Action::getMeasure).orElse("none"));
    next.ifPresent(action -> {
      execution.setVariable("sourceCase", "");
      execution.setVariable("correctionFacts", AnalysisWords.period(analysis) + " (" + analysis.getCaseNumber() + ")\n\nCause 原因: " + Analyses.causeName(action.getCause())
          + "\n\n" + action.getWhat());
      execution.setVariable("responsibleDepartment", Department.ofCode(action.getDepartment()).map(Department::role).orElse(null));
      execution.setVariable("product", action.getProduct());
      Stream.of(CaseVariables.CUSTOMER_CODE, CaseVariables.CUSTOMER_NAME, CaseVariables.CUSTOMER_GRADE).forEach(name -> execution.setVariable(name, null));
    });
  }
}
