package dev.kefu.complaint.handling;

import dev.kefu.engine.RelatedCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the ledger keeps of cases beside a complaint. */
@Component
@RequiredArgsConstructor
class ComplaintRelations implements RelatedCases {

  private final ComplaintCaseRepository ledger;

  @Override
  @Transactional(readOnly = true)
  public List<RelatedCase> of(String caseNumber) {
    List<RelatedCase> related = new ArrayList<>();
    ledger.findFirstByCaseNumberOrderByIdDesc(caseNumber).ifPresent(complaint -> {
      Optional.ofNullable(complaint.getReopens()).ifPresent(number -> related.add(new RelatedCase(number, "Earlier complaint 原投訴")));
      complaint.getCorrections().forEach(number -> related.add(new RelatedCase(number, "Corrective action 改善")));
    });
    ledger.findByMergedIntoOrderById(caseNumber).forEach(merged -> related.add(new RelatedCase(merged.getCaseNumber(), "Merged complaint 已合併投訴")));
    return related;
  }
}
