package dev.kefu.relationship.hospitality;

import dev.kefu.engine.RelatedCases;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests that look like parts of the same meal. */
@Component
@RequiredArgsConstructor
class MealRelations implements RelatedCases {

  private final MealRepository repository;
  private final Meals meals;

  @Override
  @Transactional(readOnly = true)
  public List<RelatedCase> of(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().flatMap(meal -> meals.similar(meal).stream())
        .map(similar -> new RelatedCase(similar.meal().getCaseNumber(), "Looks like part of one meal 疑似拆分: " + String.join(", ", similar.features()))).toList();
  }
}
