package dev.kefu.aftersales.technicians;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TechnicianRepository extends Repository<Technician, Long> {

  Technician save(Technician technician);

  Optional<Technician> findByPerson(String person);

  List<Technician> findAllByOrderByPerson();
}
