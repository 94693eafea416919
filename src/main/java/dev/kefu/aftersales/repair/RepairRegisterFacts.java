package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.technicians.Skills;
import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the register of repairs says on the printed repair report and dispatch slip: of the case's last repair. */
@Component
@RequiredArgsConstructor
class RepairRegisterFacts implements RegisterFacts {

  private final RepairOrderRepository repository;
  private final Clock clock;

  @Override
  public String register() {
    return "repair";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().reduce((earlier, later) -> later).map(this::facts).orElse(Map.of());
  }

  private Map<String, Object> facts(RepairOrder order) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("repairNo", order.getRepairNo());
    facts.put("received", shown(order.getOpenedAt(), opened -> opened.atZone(clock.getZone()).toLocalDate().toString()));
    facts.put("earlierRepairs", shown(order.getUnitId(), unit -> String.valueOf(earlier(unit, order))));
    facts.put("warranty", shown(order.getWarrantyResult(), result -> RepairWords.PAYERS.getOrDefault(result, result)));
    facts.put("payer", order.getPayer() == null ? null : RepairWords.payer(order));
    facts.put("skill", shown(order.getFaultKind(), kind -> Skills.NAMES.getOrDefault(kind, kind)));
    facts.put("estimate", shown(order.getEstimate(), RepairWords::yuan));
    facts.put("labourFee", shown(order.getLabourFee(), RepairWords::yuan));
    facts.put("partsFee", shown(order.getPartsFee(), RepairWords::yuan));
    facts.put("travelFee", shown(order.getTravelFee(), RepairWords::yuan));
    facts.put("totalFee", shown(order.getTotalFee(), RepairWords::yuan));
    facts.put("prolongedDays", String.valueOf(order.getProlongedDays()));
    return facts;
  }

  private long earlier(long unit, RepairOrder order) {
    List<RepairOrder> ofUnit = repository.findTop10ByUnitIdOrderByIdDesc(unit);
    return ofUnit.stream().filter(other -> other.getId() < order.getId()).count();
  }

  private static <T> String shown(T value, Function<T, String> words) {
    return value == null ? null : words.apply(value);
  }
}
