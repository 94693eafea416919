package dev.kefu.survey.interviewer;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RecruitmentRepository extends Repository<Recruitment, Long> {

  Recruitment save(Recruitment recruitment);

  Optional<Recruitment> findById(Long id);

  Optional<Recruitment> findByProcessInstanceId(String processInstanceId);

  Optional<Recruitment> findFirstByCaseNumberOrSettlementCaseOrderByIdDesc(String caseNumber, String settlementCase);

  /** The last selection of a case, or of the case in which it is settled. */
  default Optional<Recruitment> ofCase(String number) {
    return findFirstByCaseNumberOrSettlementCaseOrderByIdDesc(number, number);
  }
}
