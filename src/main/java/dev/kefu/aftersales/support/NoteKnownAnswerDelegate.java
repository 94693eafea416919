package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the answer from the knowledge base into the register, when it answers at all. */
@Component
@RequiredArgsConstructor
class NoteKnownAnswerDelegate implements JavaDelegate {

  private final SupportTickets tickets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    KnownAnswer answer = FormData.read(execution, "knownAnswer", KnownAnswer.class);
    boolean answered = "yes".equals(answer.answered());
    if (answered) {
      tickets.get((Long) execution.getVariable("ticketId")).answerFromBase(answer.solution(), clock.instant());
    }
    execution.setVariable("answered", answered);
    execution.setVariable("solution", answered ? answer.solution() : "");
  }

  /**
   * The form technical-support-kb.
   *
   * @param answered {@code yes} or {@code no}
   * @param solution null when it is not answered
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record KnownAnswer(String answered, String solution) {
  }
}
