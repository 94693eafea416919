package dev.kefu.aftersales.service;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ServiceRequestRepository extends Repository<ServiceRequest, Long> {

  ServiceRequest save(ServiceRequest request);

  Optional<ServiceRequest> findById(Long id);

  Optional<ServiceRequest> findByProcessInstanceId(String processInstanceId);

  Optional<ServiceRequest> findByCaseNumber(String caseNumber);
}
