package dev.kefu.survey.profile;

import dev.kefu.engine.CaseEnded;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of information surveys. */
@Service
@RequiredArgsConstructor
@Transactional
class InformationSurveys {

  static final String PROCESS = "customer-information-survey";

  /** P18: each 12 months. */
  private static final int MONTHS = 12;
  private static final int PAGE = 100;

  private final InformationSurveyRepository repository;
  private final Customers customers;
  private final Clock clock;

  /** Opens a survey; one that is open already stays as it is. */
  InformationSurvey open(String caseNumber, String processInstanceId, String customer, String occasion) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseGet(() -> repository.save(new InformationSurvey(caseNumber, processInstanceId, customer, occasion, clock.instant())));
  }

  /**
   * Finds a survey.
   *
   * @throws IllegalStateException when there is none
   */
  InformationSurvey get(long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no information survey " + id + "."));
  }

  /** The survey of a process instance; empty before its customer is known. */
  Optional<InformationSurvey> of(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId);
  }

  /** The last survey that the customer answered, or empty. */
  Optional<InformationSurvey> last(String customer) {
    return repository.findFirstByCustomerCodeAndStatusOrderByIdDesc(customer, InformationSurvey.Status.COMPLETED);
  }

  /**
   * A page of the customers who are to be asked today: current ones who were registered, or surveyed last, twelve months ago.
   *
   * @param after code of the last customer of the page before, or an empty text
   */
  Page due(String after) {
    LocalDate day = LocalDate.now(clock).minusMonths(MONTHS);
    List<CustomerCard> cards = customers.current(day, after, PAGE);
    Instant since = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    Set<String> surveyed = cards.isEmpty() ? Set.of() : Set.copyOf(repository.surveyedSince(cards.stream().map(CustomerCard::code).toList(), since));
    return new Page(cards.stream().filter(card -> !surveyed.contains(card.code())).toList(), cards.size() < PAGE ? null : cards.get(PAGE - 1).code());
  }

  /** Closes the survey in the transaction in which its process ends. One that ends before its customer is known has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(survey -> survey.end(status(ended.outcome()), clock.instant()));
    }
  }

  private static InformationSurvey.Status status(String outcome) {
    return switch (outcome) {
      case "completed" -> InformationSurvey.Status.COMPLETED;
      case "refusedByCustomer" -> InformationSurvey.Status.REFUSED;
      case "withdrawn" -> InformationSurvey.Status.WITHDRAWN;
      default -> InformationSurvey.Status.CANCELLED;
    };
  }

  /**
   * Customers who are to be asked.
   *
   * @param last where the next page begins; null after the last one
   */
  record Page(List<CustomerCard> due, String last) {
  }
}
