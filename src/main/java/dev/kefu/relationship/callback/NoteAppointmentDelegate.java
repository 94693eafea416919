package dev.kefu.relationship.callback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.stereotype.Component;

/** Writes the appointment into the register and says who calls: the person in charge, or the call centre. A day on which the customer was not reached is refused. */
@Component
@RequiredArgsConstructor
class NoteAppointmentDelegate implements JavaDelegate {

  private static final String CALL_CENTRE = "call-center-agent";

  private final Callbacks callbacks;

  @Override
  public void execute(DelegateExecution execution) {
    Appointment appointment = FormData.read(execution, "appointment", Appointment.class);
    try {
      callbacks.appoint(execution.getProcessInstanceId(), appointment.plannedAt().toInstant());
    } catch (TryRefused refused) {
      throw new FormFieldValidationException(refused.getMessage(), refused.getMessage());
    }
    boolean byCallCentre = "callCentre".equals(appointment.calledBy());
    execution.setVariable("caller", byCallCentre ? null : execution.getVariable(CaseVariables.OWNER));
    execution.setVariable("callerRole", byCallCentre ? CALL_CENTRE : execution.getVariable("callbackRole"));
  }

  /**
   * The form customer-callback-prepare.
   *
   * @param plannedAt when the customer is called or visited
   * @param calledBy {@code myself} or {@code callCentre}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Appointment(OffsetDateTime plannedAt, String calledBy) {
  }
}
