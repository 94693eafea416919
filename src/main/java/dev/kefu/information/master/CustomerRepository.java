package dev.kefu.information.master;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, Long> {

  Customer save(Customer customer);

  Optional<Customer> findByCode(String code);

  List<Customer> findByPhoneDigits(String phoneDigits);

  List<Customer> findByPhoneDigitsEndingWithOrderByCode(String lastDigits, Limit limit);

  List<Customer> findBySearchNameContainingOrderByCode(String part, Limit limit);
}
