package dev.kefu.complaint.correction;

import dev.kefu.complaint.Department;
import dev.kefu.complaint.SameComplaints.Matter;
import dev.kefu.complaint.correction.CorrectiveAction.Cause;
import dev.kefu.engine.CaseVariables;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the corrective action in the register and says what the supervisor is still to be asked for. Whoever started it may have left out every variable. */
@Component
@RequiredArgsConstructor
class OpenCorrectionDelegate implements JavaDelegate {

  private final CorrectiveActions actions;

  @Override
  public void execute(DelegateExecution execution) {
    String source = text(execution, "sourceCase").orElse(null);
    Matter ofComplaint = actions.matterOf(source);
    String product = text(execution, "product").orElse(ofComplaint.product());
    String department = text(execution, "responsibleDepartment").flatMap(Department::ofRole).map(Department::role).orElse(null);
    String facts = text(execution, "correctionFacts").orElse("");
    CorrectiveAction action = actions.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), new Cause(source, facts,
        new Matter(product, ofComplaint.kind(), ofComplaint.causeCategory()), department, text(execution, CaseVariables.CUSTOMER_CODE).orElse(null)));
    execution.setVariable("sourceCase", source == null ? "" : source);
    execution.setVariable("correctionFacts", facts);
    execution.setVariable("responsibleDepartment", department);
    execution.setVariable("product", product);
    execution.setVariable("productName", action.shownProduct());
    Stream.of(CaseVariables.CUSTOMER_CODE, CaseVariables.CUSTOMER_NAME, CaseVariables.CUSTOMER_GRADE)
        .forEach(name -> execution.setVariable(name, text(execution, name).orElse(null)));
    execution.setVariable("asksDepartment", department == null);
    execution.setVariable("asksKind", action.getKind() == null);
    execution.setVariable("asksProduct", product == null);
    execution.setVariable("repeatNote", "");
  }

  private static Optional<String> text(DelegateExecution execution, String variable) {
    return Optional.ofNullable((String) execution.getVariable(variable)).map(String::strip).filter(text -> !text.isEmpty());
  }
}
