package dev.kefu.information.registration;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RegistrationRepository extends Repository<Registration, Long> {

  Registration save(Registration registration);

  Optional<Registration> findByProcessInstanceId(String processInstanceId);

  List<Registration> findByCaseNumberOrderById(String caseNumber);
}
