package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.technicians.Skills;
import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of repairs says on the printed repair report and dispatch slip: of the case's last repair. */
@Component
@RequiredArgsConstructor
class RepairRegisterFacts implements RegisterFacts<RepairOrder> {

  private final RepairOrderRepository repository;
  private final Clock clock;

  @Override
  public String register() {
    return "repair";
  }

  @Override
  public Optional<RepairOrder> entry(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().reduce((earlier, later) -> later);
  }

  @Override
  public NamedFacts<RepairOrder> facts() {
    return new NamedFacts<RepairOrder>()
        .with("repairNo", RepairOrder::getRepairNo)
        .with("received", order -> shown(order.getOpenedAt(), opened -> opened.atZone(clock.getZone()).toLocalDate().toString()))
        .with("earlierRepairs", order -> shown(order.getUnitId(), unit -> String.valueOf(repository.countByUnitIdAndIdLessThan(unit, order.getId()))))
        .with("warranty", order -> shown(order.getWarrantyResult(), result -> RepairWords.PAYERS.getOrDefault(result, result)))
        .with("payer", order -> order.getPayer() == null ? null : RepairWords.payer(order))
        .with("skill", order -> shown(order.getFaultKind(), kind -> Skills.NAMES.getOrDefault(kind, kind)))
        .with("estimate", order -> shown(order.getEstimate(), RepairWords::yuan))
        .with("labourFee", order -> shown(order.getLabourFee(), RepairWords::yuan))
        .with("partsFee", order -> shown(order.getPartsFee(), RepairWords::yuan))
        .with("travelFee", order -> shown(order.getTravelFee(), RepairWords::yuan))
        .with("totalFee", order -> shown(order.getTotalFee(), RepairWords::yuan))
        .with("prolongedDays", order -> String.valueOf(order.getProlongedDays()));
  }

  private static <T> String shown(T value, Function<T, String> words) {
    return value == null ? null : words.apply(value);
  }
}
