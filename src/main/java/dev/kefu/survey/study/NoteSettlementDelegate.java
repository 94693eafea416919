package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the manager's ruling. */
@Component
@RequiredArgsConstructor
class NoteSettlementDelegate implements JavaDelegate {

  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    boolean carriedOut = "carryOut".equals(FormData.read(execution, "settlement", Settlement.class).decision());
    if (carriedOut) {
      FormData.read(execution, "settlement", Purpose.class).after(LocalDate.now(clock));
    }
    execution.setVariable("carriedOut", carriedOut);
  }

  /** The decision of the form customer-survey-settle; its other fields are a {@link Purpose}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Settlement(String decision) {
  }
}
