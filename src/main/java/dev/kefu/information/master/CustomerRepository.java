package dev.kefu.information.master;

import dev.kefu.information.CustomerPlace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface CustomerRepository extends Repository<Customer, Long> {

  Customer save(Customer customer);

  Optional<Customer> findByCode(String code);

  List<Customer> findByPhoneDigits(String phoneDigits);

  List<Customer> findByLicenceNo(String licenceNo);

  List<Customer> findByMergedInto(String code);

  List<Customer> findByPhoneDigitsEndingWithOrderByCode(String lastDigits, Limit limit);

  List<Customer> findBySearchNameContainingOrderByCode(String part, Limit limit);

  List<Customer> findByOwnerAndGradeAndActiveTrueOrderByCode(String owner, String grade, Limit limit);

  List<Customer> findByStateAndActiveTrueAndCreatedAtBeforeAndCodeGreaterThanOrderByCode(String state, Instant before, String after, Limit limit);

  /** Never contacted: the moment of registration counts, {@code before} is the end of the day. */
  @Query("select c from Customer c where c.grade = :grade and c.code > :after and c.consentContact = true and c.active = true"
      + " and (c.lastContactOn <= :day or c.lastContactOn is null and c.createdAt < :before) order by c.code")
  List<Customer> findNotContacted(@Param("grade") String grade, @Param("day") LocalDate day, @Param("before") Instant before,
                                  @Param("after") String after, Limit limit);

  @Query("select c from Customer c where c.credit.creditValidUntil < :today and c.credit.creditLimit > 0 and c.credit.creditFrozen = false and c.mergedInto is null order by c.code")
  List<Customer> findOutdatedCredit(@Param("today") LocalDate today, Limit limit);

  /** A frozen limit keeps its amount, so it counts. */
  @Query("select c from Customer c where c.credit.creditRatedOn < :day and c.credit.creditLimit > 0 and c.mergedInto is null and c.code > :after order by c.code")
  List<Customer> findCreditRatedBefore(@Param("day") LocalDate day, @Param("after") String after, Limit limit);

  @Query("select new dev.kefu.information.CustomerPlace(c.code, c.region, c.grade) from Customer c where c.consentContact = true and c.code > :after order by c.code")
  List<CustomerPlace> findContactable(@Param("after") String after, Limit limit);
}
