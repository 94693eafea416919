package dev.kefu.survey.agency;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds a brief to what its form cannot check, and opens the commission. */
@Component
@RequiredArgsConstructor
class TakeAgencyBriefDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final CommissionRepository repository;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Briefing briefing = FormData.read(execution, "briefing", Briefing.class);
    List<String> problems = problems(briefing);
    if (!problems.isEmpty()) {
      throw new FactsRefused(String.join("; ", problems));
    }
    String by = Performer.of(execution);
    Commission commission = commissions.open(new Commission(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), (String) execution.getVariable("surveyNo"),
        (String) execution.getVariable("surveyTitle"), new Terms(number(execution, "firstShare"), number(execution, "penaltyPerDay"), number(execution, "penaltyMost")), briefing, by, clock.instant()));
    execution.setVariable("commissionId", commission.getId());
    execution.setVariable("briefedBy", by);
  }

  private List<String> problems(Briefing briefing) {
    List<String> problems = new ArrayList<>();
    if (briefing.dueDate().isBefore(LocalDate.now(clock))) {
      problems.add("Report due on 交付日: lies behind 不得早於今天");
    }
    if (briefing.agencies().stream().map(invited -> invited.agency().strip().toLowerCase(Locale.ROOT)).distinct().count() < briefing.agencies().size()) {
      problems.add("Agencies 邀請機構: each agency once 每家機構只填一行");
    }
    briefing.agencies().stream().map(Invitation::agency).filter(agency -> repository.standingOf(agency).filter(Commission.DROPPED::equals).isPresent())
        .forEach(agency -> problems.add("Agencies 邀請機構: " + agency + " was dropped from the list 已淘汰"));
    return problems;
  }

  private static int number(DelegateExecution execution, String variable) {
    return ((Number) execution.getVariable(variable)).intValue();
  }
}
