package dev.kefu.relationship.hospitality;

import dev.kefu.relationship.hospitality.Meal.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MealRepository extends Repository<Meal, Long> {

  Meal save(Meal meal);

  Optional<Meal> findById(Long id);

  Optional<Meal> findByProcessInstanceId(String processInstanceId);

  List<Meal> findByCaseNumberOrderById(String caseNumber);

  /** Other meals around a time that were not given up. */
  default List<Meal> around(Instant from, Instant to, Long except) {
    return around(from, to, except, EnumSet.of(Status.REQUESTED, Status.RETURNED, Status.APPROVED, Status.HELD, Status.SETTLED, Status.PAID));
  }

  @Query("select m from Meal m where m.mealAt between :from and :to and m.id <> :except and m.status in :statuses order by m.id")
  List<Meal> around(Instant from, Instant to, Long except, Collection<Status> statuses);

  /** Numbers of other meals that were settled with this receipt. */
  default List<String> withReceipt(String receiptNo, Long except) {
    return withReceipt(receiptNo, except, EnumSet.of(Status.SETTLED, Status.PAID));
  }

  @Query("select m.caseNumber from Meal m where m.receiptNo = :receiptNo and m.id <> :except and m.status in :statuses order by m.id")
  List<String> withReceipt(String receiptNo, Long except, Collection<Status> statuses);
}
