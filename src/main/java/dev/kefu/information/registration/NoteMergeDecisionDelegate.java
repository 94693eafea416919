package dev.kefu.information.registration;

import static dev.kefu.engine.CaseVariables.CUSTOMER_CODE;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.util.LinkedHashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes what a person decided of customers that may be the same. Until it is entered and checked, no number leads anywhere else. */
@Component
@RequiredArgsConstructor
class NoteMergeDecisionDelegate implements JavaDelegate {

  private static final String MERGE = "merge";

  private final Registrations registrations;

  @Override
  public void execute(DelegateExecution execution) {
    MergeDecision decision = FormData.read(execution, "merging", MergeDecision.class);
    Registration registration = registrations.of(execution.getProcessInstanceId());
    String own = (String) execution.getVariable(CUSTOMER_CODE);
    if (MERGE.equals(decision.mergeDecision())) {
      Set<String> merged = merged(decision, own);
      registration.decideMerge(MERGE, decision.survivor(), String.join(",", merged), Performer.of(execution));
      say(execution, MERGE, decision.survivor(), String.join(",", merged));
      return;
    }
    registration.decideMerge(decision.mergeDecision(), own, "", Performer.of(execution));
    say(execution, MERGE.equals(execution.getVariable("operation")) ? "nothingLeft" : decision.mergeDecision(), own, "");
    Set<String> keptApart = new LinkedHashSet<>(RegistrationTwins.codes(execution.getVariable("keptApart")));
    keptApart.addAll(RegistrationTwins.codes(registration.getDuplicates()));
    execution.setVariable("keptApart", String.join(",", keptApart));
  }

  /** The numbers that lead to another one from now on. */
  private static Set<String> merged(MergeDecision decision, String own) {
    Set<String> same = new LinkedHashSet<>(decision.same());
    if (!same.contains(decision.survivor())) {
      throw new FactsRefused("This number stays 保留編號: one of the records that are the same customer. 須為同一客戶的記錄之一");
    }
    if (own != null && (!same.contains(own) || same.size() < 2)) {
      throw new FactsRefused("These records are one customer 同一客戶: " + own + " and at least one other. 須包括該客戶及至少另一記錄");
    }
    same.remove(decision.survivor());
    return same;
  }

  private static void say(DelegateExecution execution, String decision, String survivor, String merged) {
    execution.setVariable("mergeDecision", decision);
    execution.setVariable("survivorCode", survivor);
    execution.setVariable("mergedCodes", merged);
  }
}
