package dev.kefu.survey.agency;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CommissionRepository extends Repository<Commission, Long> {

  Commission save(Commission commission);

  Optional<Commission> findById(Long id);

  Optional<Commission> findByProcessInstanceId(String processInstanceId);

  List<Commission> findByCaseNumberOrderById(String caseNumber);

  Optional<Commission> findFirstByCaseNumberOrderByIdDesc(String caseNumber);

  /** What an agency, whether in capitals or not, was last found worth; empty for one that was never rated. */
  default Optional<String> standingOf(String agency) {
    return standingsOf(agency.strip()).stream().findFirst();
  }

  @Query("select c.standing from Commission c where lower(c.agency) = lower(:agency) and c.standing is not null order by c.ratedAt desc, c.id desc")
  List<String> standingsOf(String agency);
}
