package dev.kefu.complaint.quality;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface BatchHoldRepository extends Repository<BatchHold, Long> {

  BatchHold save(BatchHold hold);

  Optional<BatchHold> findById(long id);

  Optional<BatchHold> findByProcessInstanceId(String processInstanceId);

  List<BatchHold> findByQualityIdOrderById(long qualityId);
}
