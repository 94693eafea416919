package dev.kefu.aftersales.roster;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RosterChangeRepository extends Repository<RosterChange, Long> {

  RosterChange save(RosterChange change);

  Optional<RosterChange> findById(long id);

  Optional<RosterChange> findByProcessInstanceId(String processInstanceId);
}
