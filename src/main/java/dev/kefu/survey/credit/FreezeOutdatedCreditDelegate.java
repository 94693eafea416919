package dev.kefu.survey.credit;

import dev.kefu.information.CreditStandings;
import dev.kefu.information.CustomerCard;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Freezes every limit whose rating is older than twelve months. */
@Component
@RequiredArgsConstructor
class FreezeOutdatedCreditDelegate implements JavaDelegate {

  private static final int PAGE_SIZE = 100;

  private final CreditStandings standings;
  private final CreditSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    List<CustomerCard> page = standings.outdated(surveys.today(), PAGE_SIZE);
    while (!page.isEmpty()) {
      page.forEach(customer -> surveys.freeze(customer.code(), null));
      page = standings.outdated(surveys.today(), PAGE_SIZE);
    }
  }
}
