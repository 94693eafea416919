package dev.kefu.relationship.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface VisitRepository extends Repository<Visit, Long> {

  Visit save(Visit visit);

  Optional<Visit> findById(long id);

  Optional<Visit> findByProcessInstanceId(String processInstanceId);

  List<Visit> findByCaseNumberOrderById(String caseNumber);

  List<Visit> findByPlanNumberOrderById(String planNumber);

  /** Visits that took place, the latest first. */
  List<Visit> findByCustomerCodeAndActualToIsNotNullOrderByActualToDesc(String customerCode, Limit limit);

  /** When the customer was visited last, or empty. */
  @Query("select max(v.actualFrom) from Visit v where v.customerCode = :customer")
  Optional<Instant> lastVisit(@Param("customer") String customer);
}
