package dev.kefu.relationship.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds the preparation to the tools that every visitor takes along (art. 7). */
@Component
@RequiredArgsConstructor
class NoteVisitPreparationDelegate implements JavaDelegate {

  private static final List<String> OBLIGATORY = List.of("companyPapers", "businessCard", "notebook");
  private static final String GIFT = "gift";

  private final Visits visits;

  @Override
  public void execute(DelegateExecution execution) {
    Preparation preparation = FormData.read(execution, "preparation", Preparation.class);
    if (!preparation.toolChecklist().containsAll(OBLIGATORY)) {
      throw new FactsRefused("Tools 拜訪工具: company papers, business card, notebook and pen are obligatory 宣傳資料、名片、筆記本和筆為必備");
    }
    visits.get((Long) execution.getVariable("visitId")).prepare();
    execution.setVariable("giftWanted", preparation.toolChecklist().contains(GIFT));
    execution.setVariable("giftTodo", "Gift for the visit 拜訪禮品: " + preparation.giftRequest());
  }

  /**
   * The form customer-visit-prepare.
   *
   * @param giftRequest what and why; null without a gift
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Preparation(List<String> toolChecklist, String giftRequest) {
  }
}
