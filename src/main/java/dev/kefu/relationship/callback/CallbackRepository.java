package dev.kefu.relationship.callback;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface CallbackRepository extends Repository<CallbackRecord, Long> {

  CallbackRecord save(CallbackRecord callback);

  Optional<CallbackRecord> findByProcessInstanceId(String processInstanceId);

  List<CallbackRecord> findByCaseNumberOrderById(String caseNumber);

  List<CallbackRecord> findByCustomerCodeOrderById(String customerCode);

  /** The latest first. */
  List<CallbackRecord> findByCustomerCodeOrderByOpenedAtDesc(String customerCode, Limit limit);

  /** Those of these customers with whom a call-back is open, or was opened at this moment or later. */
  @Query("select c.customerCode from CallbackRecord c where c.customerCode in :codes and (c.endedAt is null or c.openedAt >= :since)")
  Set<String> findCalledBack(@Param("codes") Collection<String> codes, @Param("since") Instant since);
}
