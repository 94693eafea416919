package dev.kefu.aftersales.roster;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface RosterRepository extends Repository<Roster, Long> {

  Roster save(Roster roster);

  Optional<Roster> findById(long id);

  Optional<Roster> findByProcessInstanceId(String processInstanceId);

  Optional<Roster> findByCaseNumber(String caseNumber);

  /** The same, and nobody else changes it until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from Roster r where r.id = :id")
  Optional<Roster> findForChange(@Param("id") long id);

  /** Whether a roster of the section for the month stands so. */
  boolean existsBySectionAndRosterMonthAndStatusIn(String section, String month, Collection<Roster.Status> statuses);
}
