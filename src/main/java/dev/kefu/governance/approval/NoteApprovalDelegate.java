package dev.kefu.governance.approval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Says what was decided and why, of the whole and of single items, and counts a return (C3). */
@Component
class NoteApprovalDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Decision approval = FormData.read(execution, "approval", Decision.class);
    execution.setVariable("decision", approval.decision());
    execution.setVariable("reason", approval.reason() == null ? "" : approval.reason());
    if (execution.getVariable("approvalItems") != null) {
      execution.setVariable("itemDecisions", Spin.JSON(Map.of("struckOut", approval.given(approval.struckOut()), "cuts", approval.given(approval.cuts()))));
    }
    int returns = ((Number) execution.getVariable("returns")).intValue();
    execution.setVariable("returns", "return".equals(approval.decision()) ? returns + 1 : returns);
  }

  /**
   * The form approval-decide.
   *
   * @param decision {@code approve}, {@code return} or {@code reject}
   * @param reason absent when approved
   * @param struckOut values of the items that do not proceed; absent where there are no items
   * @param cuts items that get less
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Decision(String decision, String reason, List<String> struckOut, List<Cut> cuts) {

    /** Only who approves speaks of single items. */
    <T> List<T> given(List<T> items) {
      return items == null || !"approve".equals(decision) ? List.of() : items;
    }
  }

  /**
   * An item that gets less.
   *
   * @param amount yuan
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Cut(String item, String amount) {
  }
}
