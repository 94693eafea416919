package dev.kefu.survey.study;

import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down what the user of the report agrees to; a report date that has passed is refused. */
@Component
@RequiredArgsConstructor
class NotePurposeDelegate implements JavaDelegate {

  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("purposeFacts", FormData.read(execution, "purpose", Purpose.class).after(LocalDate.now(clock)).facts());
  }
}
