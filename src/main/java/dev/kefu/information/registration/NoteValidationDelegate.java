package dev.kefu.information.registration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what follows from the rows of customer-validation: what is incomplete goes back before anybody looks at doubles. */
@Component
@RequiredArgsConstructor
class NoteValidationDelegate implements JavaDelegate {

  private static final String INCOMPLETE = "incomplete";
  private static final String DUPLICATE = "duplicate";

  private final Registrations registrations;

  @Override
  @SuppressWarnings("unchecked")
  public void execute(DelegateExecution execution) {
    List<Map<String, Object>> findings = (List<Map<String, Object>>) execution.getVariable("findings");
    boolean incomplete = has(findings, INCOMPLETE);
    if (incomplete) {
      registrations.of(execution.getProcessInstanceId()).lack();
    }
    execution.setVariable("validation", incomplete ? INCOMPLETE : has(findings, DUPLICATE) ? DUPLICATE : "ok");
    execution.setVariable("special", has(findings, "special"));
    execution.setVariable("recordNote", incomplete ? findings.stream().filter(finding -> INCOMPLETE.equals(finding.get("result"))).map(finding -> "- **" + finding.get("what") + "**")
        .collect(Collectors.joining("\n", "Still missing 尚缺：\n\n", "")) : "");
  }

  private static boolean has(List<Map<String, Object>> findings, String result) {
    return findings.stream().anyMatch(finding -> result.equals(finding.get("result")));
  }
}
