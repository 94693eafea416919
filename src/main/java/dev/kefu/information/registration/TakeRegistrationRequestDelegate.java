package dev.kefu.information.registration;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes what is to be registered; the report counts from the end of the day of the contact. */
@Component
@RequiredArgsConstructor
class TakeRegistrationRequestDelegate implements JavaDelegate {

  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    RegistrationRequest request = FormData.read(execution, "request", RegistrationRequest.class);
    if (request.contactedOn().isAfter(LocalDate.now(clock))) {
      throw new FactsRefused("Day of the contact 聯絡日期: not later than today. 不得晚於今日");
    }
    Instant endOfDay = request.contactedOn().plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1);
    Instant now = clock.instant();
    execution.setVariable("operation", request.operation());
    execution.setVariable("contactedAt", Date.from(endOfDay.isAfter(now) ? now : endOfDay));
    execution.setVariable("customerQuery", request.customer());
  }
}
