package dev.kefu.aftersales.repair;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RepairOrderRepository extends Repository<RepairOrder, Long> {

  RepairOrder save(RepairOrder order);

  Optional<RepairOrder> findById(long id);

  Optional<RepairOrder> findByProcessInstanceId(String processInstanceId);

  List<RepairOrder> findByCaseNumberOrderById(String caseNumber);

  List<RepairOrder> findTop10ByUnitIdOrderByIdDesc(long unitId);

  long countByUnitIdAndIdLessThan(long unitId, long id);

  long countByCaseNumber(String caseNumber);

  long countByUnitIdAndFaultKindAndStatusAndCustomerFaultFalse(long unitId, String faultKind, RepairOrder.Status status);

  /** Open jobs per technician: rows of user id and number. */
  @Query("select o.technician, count(o) from RepairOrder o where o.technician is not null and o.status in ?1 and o.id <> ?2 group by o.technician")
  List<Object[]> loads(Collection<RepairOrder.Status> open, long except);
}
