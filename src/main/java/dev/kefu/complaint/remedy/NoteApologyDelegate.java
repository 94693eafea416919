package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the apology into the register, or that the customer does not accept it. */
@Component
@RequiredArgsConstructor
class NoteApologyDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    Apology apology = FormData.read(execution, "apology", Apology.class);
    String by = Performer.of(execution);
    if (apology.isRefused()) {
      remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.refuse(Branch.APOLOGY, apology.refusalReason(), by));
      throw new BpmnError(Answer.REFUSED_BY_CUSTOMER);
    }
    remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.finish(Branch.APOLOGY, apology.way(), apology.apologisedOn(), by));
  }

  /**
   * The form complaint-remedy-apologise.
   *
   * @param way {@code letter}, {@code visit} or {@code phone}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Apology(String way, LocalDate apologisedOn, String reply, String refusalReason) implements Answer {
  }
}
