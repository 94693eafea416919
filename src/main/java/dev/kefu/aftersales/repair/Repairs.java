package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairOrder.Request;
import dev.kefu.aftersales.repair.RepairOrder.Status;
import dev.kefu.aftersales.Moments;
import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of repair orders. */
@Service
@RequiredArgsConstructor
@Transactional
class Repairs {

  private static final Map<String, Status> OUTCOMES = Map.of("repaired", Status.REPAIRED, "declined", Status.DECLINED, "toExchange", Status.TO_EXCHANGE,
      "exchangeRefused", Status.TO_EXCHANGE, "withdrawn", Status.WITHDRAWN, "cancelled", Status.CANCELLED);

  private final RepairOrderRepository orders;
  private final Clock clock;

  /** Opens an order, or returns the one that is open already. Its number is the case's with the number of the repair in it. */
  RepairOrder open(Request request) {
    return orders.findByProcessInstanceId(request.processInstanceId())
        .orElseGet(() -> orders.save(new RepairOrder(request, request.caseNumber() + "/" + (orders.countByCaseNumber(request.caseNumber()) + 1), clock.instant())));
  }

  /**
   * Finds an order.
   *
   * @throws IllegalStateException when there is none
   */
  RepairOrder get(long id) {
    return orders.findById(id).orElseThrow(() -> new IllegalStateException("The register has no repair " + id + "."));
  }

  /** The latest repairs of a unit, newest first. */
  List<RepairOrder> history(long unitId) {
    return orders.findTop10ByUnitIdOrderByIdDesc(unitId);
  }

  /** How often a unit was repaired for the same kind of fault, not by the customer's own doing, and it came again. */
  int failedRepairs(Long unitId, String faultKind) {
    return unitId == null ? 0 : Math.toIntExact(orders.countByUnitIdAndFaultKindAndStatusAndCustomerFaultFalse(unitId, faultKind, Status.REPAIRED));
  }

  /** Open jobs per technician, this order left out. */
  Map<String, Integer> loads(RepairOrder except) {
    List<Status> open = Arrays.stream(Status.values()).filter(Predicate.not(Status::isEnd)).toList();
    return orders.loads(open, except.getId()).stream().collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue()));
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The day of a moment, as the enterprise counts it. */
  LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, clock.getZone());
  }

  /** A moment as people read it. */
  String shown(Instant moment) {
    return Moments.shown(moment, clock);
  }

  /** The end of a day. */
  Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
  }

  /** Closes the order in the transaction in which its process ends; where a call to the customer came last, what was done says how it ended. */
  @EventListener
  void on(CaseEnded ended) {
    if ("repair".equals(ended.processKey())) {
      orders.findByProcessInstanceId(ended.processInstanceId()).ifPresent(order -> order.end(OUTCOMES.getOrDefault(ended.outcome(), order.outcome()), clock.instant()));
    }
  }
}
