package dev.kefu.aftersales.feedback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register on which day the customer was told. */
@Component
@RequiredArgsConstructor
class NoteFeedbackToldDelegate implements JavaDelegate {

  private final Feedbacks feedbacks;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Telling telling = FormData.read(execution, "telling", Telling.class);
    if (telling.toldCustomerOn().isAfter(LocalDate.now(clock))) {
      throw new FactsRefused("Customer told on 回覆客戶日期: this day has not come yet. 不得晚於今日。");
    }
    feedbacks.get((Long) execution.getVariable("feedbackId")).tell(telling.toldCustomerOn());
  }

  /**
   * The form service-feedback-return.
   *
   * @param toldCustomerOn the day
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Telling(LocalDate toldCustomerOn) {
  }
}
