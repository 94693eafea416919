package dev.kefu.complaint.correction;

import dev.kefu.engine.RelatedCases;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The complaint that a corrective action comes from, and those that came again while it was watched. */
@Component
@RequiredArgsConstructor
class CorrectionRelations implements RelatedCases {

  private final CorrectiveActionRepository register;

  @Override
  @Transactional(readOnly = true)
  public List<RelatedCase> of(String caseNumber) {
    Optional<CorrectiveAction> action = register.findByCaseNumber(caseNumber);
    return Stream.concat(action.map(CorrectiveAction::getSourceCase).map(number -> new RelatedCase(number, "Complaint 來源投訴")).stream(),
        action.stream().flatMap(one -> one.getRepeats().stream()).map(repeat -> new RelatedCase(repeat.getCaseNumber(), "Same complaint again 復發投訴"))).toList();
  }
}
