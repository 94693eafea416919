package dev.kefu.relationship.help;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface HelpCaseRepository extends Repository<HelpCase, Long> {

  HelpCase save(HelpCase helpCase);

  Optional<HelpCase> findByProcessInstanceId(String processInstanceId);

  Optional<HelpCase> findByCaseNumber(String caseNumber);
}
