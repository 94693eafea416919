package dev.kefu.aftersales.support;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SupportTicketRepository extends Repository<SupportTicket, Long> {

  SupportTicket save(SupportTicket ticket);

  Optional<SupportTicket> findById(long id);

  Optional<SupportTicket> findByProcessInstanceId(String processInstanceId);

  List<SupportTicket> findByCaseNumberOrderById(String caseNumber);

  /** How many tickets each engineer has in hand. */
  @Query("select t.engineer as engineer, count(t) as tickets from SupportTicket t where t.endedAt is null and t.engineer is not null group by t.engineer order by count(t), t.engineer")
  List<Load> findLoad();

  /** An engineer's tickets in hand. */
  interface Load {

    String getEngineer();

    long getTickets();
  }
}
