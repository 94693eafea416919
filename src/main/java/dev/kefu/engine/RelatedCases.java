package dev.kefu.engine;

import java.util.List;

/** Says which other cases belong to a case, as a register keeps it; a module contributes one for its register. Whoever may see the case reads it. */
public interface RelatedCases {

  /** What belongs to the case with this number, in the order in which it came; empty for a case of another register. */
  List<RelatedCase> of(String caseNumber);

  /**
   * A case that belongs to another.
   *
   * @param caseNumber its number
   * @param relation what it is to the other, for people
   */
  record RelatedCase(String caseNumber, String relation) {
  }
}
