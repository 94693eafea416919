package dev.kefu.relationship.visit;

import java.util.Collection;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface VisitProgramRepository extends Repository<VisitProgram, Long> {

  VisitProgram save(VisitProgram program);

  Optional<VisitProgram> findByProcessInstanceId(String processInstanceId);

  Optional<VisitProgram> findByCaseNumber(String caseNumber);

  /** The plan of a person for a month or a year that stands so; there is one at most. */
  Optional<VisitProgram> findFirstByPlannerAndPlanPeriodAndStatusInOrderById(String planner, String period, Collection<VisitProgram.Status> statuses);
}
