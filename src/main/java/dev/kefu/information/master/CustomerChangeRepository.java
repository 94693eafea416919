package dev.kefu.information.master;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface CustomerChangeRepository extends Repository<CustomerChange, Long> {

  CustomerChange save(CustomerChange change);

  List<CustomerChange> findByCustomerCodeOrderByIdDesc(String customerCode, Limit limit);
}
