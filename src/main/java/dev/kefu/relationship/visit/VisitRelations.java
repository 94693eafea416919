package dev.kefu.relationship.visit;

import dev.kefu.engine.RelatedCases;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plan that a visit belongs to and the complaint that it led to; the visits of a plan. */
@Component
@RequiredArgsConstructor
class VisitRelations implements RelatedCases {

  private final VisitRepository visits;

  @Override
  @Transactional(readOnly = true)
  public List<RelatedCase> of(String caseNumber) {
    List<Visit> own = visits.findByCaseNumberOrderById(caseNumber);
    return Stream.of(own.stream().filter(visit -> visit.getPlanNumber() != null).map(visit -> new RelatedCase(visit.getPlanNumber(), "Plan of visits 拜訪計劃")),
        own.stream().filter(visit -> visit.getComplaintCase() != null).map(visit -> new RelatedCase(visit.getComplaintCase(), "Complaint from the visit 拜訪引起的投訴")),
        visits.findByPlanNumberOrderById(caseNumber).stream().map(visit -> new RelatedCase(visit.getCaseNumber(), "Visit 拜訪"))).flatMap(cases -> cases).toList();
  }
}
