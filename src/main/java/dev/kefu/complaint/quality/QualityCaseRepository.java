package dev.kefu.complaint.quality;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface QualityCaseRepository extends Repository<QualityCase, Long> {

  QualityCase save(QualityCase quality);

  Optional<QualityCase> findById(long id);

  Optional<QualityCase> findByProcessInstanceId(String processInstanceId);

  Optional<QualityCase> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
