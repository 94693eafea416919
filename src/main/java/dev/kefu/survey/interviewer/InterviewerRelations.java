package dev.kefu.survey.interviewer;

import dev.kefu.engine.RelatedCases;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The selection and its settlement name each other. */
@Component
@RequiredArgsConstructor
class InterviewerRelations implements RelatedCases {

  private final RecruitmentRepository repository;

  @Override
  @Transactional(readOnly = true)
  public List<RelatedCase> of(String caseNumber) {
    Optional<Recruitment> recruitment = repository.ofCase(caseNumber).filter(one -> one.getSettlementCase() != null);
    return recruitment.map(one -> one.getCaseNumber().equals(caseNumber) ? new RelatedCase(one.getSettlementCase(), "Settlement with interviewers 兼職調查員考核結算")
        : new RelatedCase(one.getCaseNumber(), "Selection of interviewers 兼職調查員篩選")).stream().toList();
  }
}
