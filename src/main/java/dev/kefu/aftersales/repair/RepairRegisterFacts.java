package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.technicians.Skills;
import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    put(facts, "repairNo", order.getRepairNo(), Function.identity());
    put(facts, "received", order.getOpenedAt(), opened -> opened.atZone(clock.getZone()).toLocalDate().toString());
    put(facts, "earlierRepairs", order.getUnitId(), unit -> String.valueOf(earlier(unit, order)));
    put(facts, "warranty", order.getWarrantyResult(), result -> RepairWords.PAYERS.getOrDefault(result, result));
    put(facts, "payer", order.getPayer(), payer -> RepairWords.payer(order));
    put(facts, "skill", order.getFaultKind(), kind -> Skills.NAMES.getOrDefault(kind, kind));
    put(facts, "estimate", order.getEstimate(), RepairWords::yuan);
    put(facts, "labourFee", order.getLabourFee(), RepairWords::yuan);
    put(facts, "partsFee", order.getPartsFee(), RepairWords::yuan);
    put(facts, "travelFee", order.getTravelFee(), RepairWords::yuan);
    put(facts, "totalFee", order.getTotalFee(), RepairWords::yuan);
    put(facts, "prolongedDays", order.getProlongedDays(), String::valueOf);
    return facts;
  }

  private long earlier(long unit, RepairOrder order) {
    List<RepairOrder> ofUnit = repository.findTop10ByUnitIdOrderByIdDesc(unit);
    return ofUnit.stream().filter(other -> other.getId() < order.getId()).count();
  }

  private static <T> void put(Map<String, Object> facts, String name, T value, Function<T, String> shown) {
    if (value != null) {
      facts.put(name, Objects.requireNonNullElse(shown.apply(value), ""));
    }
  }
}
