package dev.kefu.aftersales.repair;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Ranks the technicians for a job and says why; the supervisor chooses among those whose skill fits, the best first. */
@Component
@RequiredArgsConstructor
class ProposeTechniciansDelegate implements JavaDelegate {

  private final Repairs repairs;
  private final Dispatching dispatching;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    order.beginRound();
    List<Candidate> candidates = dispatching.rank(order);
    Map<String, String> names = names(execution, candidates);
    List<Candidate> suitable = candidates.stream().filter(Candidate::suitable).toList();
    execution.setVariable("proposalFacts", DispatchProposal.lines(candidates, names));
    execution.setVariable("technicianChoices", Spin.JSON((suitable.isEmpty() ? candidates : suitable).stream()
        .map(candidate -> Map.of("value", candidate.person(), "label", names.get(candidate.person()) + ": " + candidate.why())).toList()));
  }

  private static Map<String, String> names(DelegateExecution execution, List<Candidate> candidates) {
    IdentityService people = execution.getProcessEngineServices().getIdentityService();
    return candidates.stream().map(Candidate::person).collect(Collectors.toMap(person -> person, person -> Stream.ofNullable(people.createUserQuery().userId(person).singleResult())
        .map(user -> user.getFirstName() + " " + user.getLastName()).findFirst().orElse(person)));
  }
}
