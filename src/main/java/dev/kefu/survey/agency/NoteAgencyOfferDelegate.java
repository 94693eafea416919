package dev.kefu.survey.agency;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes an agency's answer into the register; above the ceiling it is no offer. */
@Component
@RequiredArgsConstructor
class NoteAgencyOfferDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final CommissionRepository repository;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    Offering offering = FormData.read(execution, "offering", Offering.class);
    if (!offering.declines() && offering.price().compareTo(commission.getFeeCeiling()) > 0) {
      throw new FactsRefused("Price 報價: at most %s yuan were briefed 不得超過費用上限".formatted(commission.getFeeCeiling().toPlainString()));
    }
    if (repository.standingOf(offering.agency()).filter(Commission.DROPPED::equals).isPresent()) {
      throw new FactsRefused("Agency 機構: was dropped from the list 已淘汰");
    }
    commission.answer(offering, LocalDate.now(clock));
    // The form of the next answer would show this one.
    execution.removeVariable("offering");
    execution.setVariable("allAnswered", commission.isAnswered());
  }
}
