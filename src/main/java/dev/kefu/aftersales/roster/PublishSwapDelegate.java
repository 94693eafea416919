package dev.kefu.aftersales.roster;

import dev.kefu.engine.Performer;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the version with the swap in force and tells the two. */
@Component
@RequiredArgsConstructor
class PublishSwapDelegate implements JavaDelegate {

  private final Rosters rosters;
  private final ShiftNotices notices;

  @Override
  public void execute(DelegateExecution execution) {
    RosterChange swap = rosters.change((Long) execution.getVariable("swapId"));
    rosters.publish(swap.getRosterId(), swap, Map.of(swap.own(), swap.getPartner(), swap.other(), swap.getPerson()), "Swap 換班: " + swap.getReason(), Performer.of(execution));
    notices.tell(rosters.get(swap.getRosterId()), List.of(swap.getPerson(), swap.getPartner()), "Swap 換班");
  }
}
