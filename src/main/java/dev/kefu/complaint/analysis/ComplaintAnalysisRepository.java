package dev.kefu.complaint.analysis;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ComplaintAnalysisRepository extends Repository<ComplaintAnalysis, Long> {

  ComplaintAnalysis save(ComplaintAnalysis analysis);

  Optional<ComplaintAnalysis> findById(long id);

  Optional<ComplaintAnalysis> findByProcessInstanceId(String processInstanceId);

  Optional<ComplaintAnalysis> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
