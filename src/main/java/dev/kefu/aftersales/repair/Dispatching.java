package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.Shifts;
import dev.kefu.aftersales.repair.DispatchProposal.Job;
import dev.kefu.aftersales.technicians.Technicians;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes technicians for an order from the registers of technicians, rosters and repairs. */
@Service
@RequiredArgsConstructor
@Transactional
class Dispatching {

  private final Technicians technicians;
  private final Shifts shifts;
  private final Repairs repairs;

  /** All active technicians, the best first: for a job on site on the day of the appointment, else today. */
  List<Candidate> rank(RepairOrder order) {
    boolean onSite = "onSite".equals(order.getRepairWay());
    LocalDate day = onSite && order.getAppointment() != null ? repairs.day(order.getAppointment()) : repairs.today();
    Map<String, String> asked = new HashMap<>();
    order.getAsks().forEach(ask -> asked.put(ask.getTechnician(), ask.words()));
    return DispatchProposal.rank(new Job(order.getFaultKind(), onSite ? order.getDistrict() : null, day), technicians.all(), shifts.on(day), repairs.loads(order), asked);
  }
}
