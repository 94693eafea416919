package dev.kefu.complaint.handling;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.complaint.CorrectionOrdered;
import dev.kefu.complaint.duplicates.Likeness;
import dev.kefu.complaint.handling.ComplaintCase.Status;
import dev.kefu.engine.CaseEnded;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The complaint ledger 投訴台帳. */
@Service
@RequiredArgsConstructor
@Transactional
class Complaints {

  static final String PROCESS = "complaint-handling";

  private static final EnumSet<Status> RUNNING = EnumSet.range(Status.RECEIVED, Status.REVIEWED);

  private final ComplaintCaseRepository repository;
  private final WorkingCalendar calendar;
  private final Clock clock;

  /**
   * A running complaint that may be the same.
   *
   * @param percent how much alike the words are
   * @param sameProduct false when one of the two names no product
   */
  record Similar(ComplaintCase complaint, int percent, boolean sameProduct) {
  }

  /** Opens a complaint, or returns the one that is open already. A complaint that names one closed without contact takes it up again. */
  ComplaintCase open(String caseNumber, String processInstanceId, String receiver, Reception reception) {
    return repository.findByProcessInstanceId(processInstanceId).orElseGet(() -> {
      ComplaintCase opened = repository.save(new ComplaintCase(caseNumber, processInstanceId, receiver, reception, clock.instant()));
      earlier(reception).ifPresent(opened::reopen);
      return opened;
    });
  }

  /** The complaint that a reception names, if it was closed without contact. */
  private Optional<ComplaintCase> earlier(Reception reception) {
    return Optional.ofNullable(reception.earlierCase()).flatMap(repository::findFirstByCaseNumberOrderByIdDesc).filter(found -> found.getStatus() == Status.NO_CONTACT);
  }

  /**
   * Finds a complaint.
   *
   * @throws IllegalStateException when there is none
   */
  ComplaintCase get(long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The ledger has no complaint " + id + "."));
  }

  Optional<ComplaintCase> ofInstance(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId);
  }

  ComplaintCase byNumber(String caseNumber) {
    return repository.findFirstByCaseNumberOrderByIdDesc(caseNumber).orElseThrow(() -> new IllegalStateException("The ledger has no complaint " + caseNumber + "."));
  }

  /** Running complaints of the same customer about the same product in similar words, the most similar first; none for an anonymous one. */
  List<Similar> similarTo(ComplaintCase complaint, int withinDays, double leastSimilarity) {
    if (complaint.getCustomerCode() == null) {
      return List.of();
    }
    Duration window = Duration.ofDays(withinDays);
    return repository.findByCustomerCodeAndReceivedAtBetweenAndStatusInOrderByReceivedAtDesc(complaint.getCustomerCode(), complaint.getReceivedAt().minus(window),
            complaint.getReceivedAt().plus(window), RUNNING).stream()
        .filter(other -> !other.getId().equals(complaint.getId()) && other.getMergedInto() == null).filter(other -> mayBeSameProduct(complaint, other))
        .map(other -> new Similar(other, (int) Math.round(100 * Likeness.of(complaint.getContent(), other.getContent())), complaint.getProduct() != null && other.getProduct() != null))
        .filter(similar -> similar.percent() >= 100 * leastSimilarity).sorted(Comparator.comparing(Similar::percent).reversed()).toList();
  }

  /** What is not named may be the same: a person decides. */
  private static boolean mayBeSameProduct(ComplaintCase one, ComplaintCase other) {
    return one.getProduct() == null || other.getProduct() == null || plain(one.getProduct()).equals(plain(other.getProduct()));
  }

  private static String plain(String product) {
    return Normalizer.normalize(product, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
  }

  /** Whether the last attempts, so many in so short a time, were all in vain. */
  boolean isOutOfReach(ComplaintCase complaint, int attempts, TimeSpan window) {
    List<Instant> inVain = complaint.attemptsInVain();
    return inVain.size() >= attempts
        && !calendar.due(inVain.get(inVain.size() - attempts), window).isBefore(inVain.get(inVain.size() - 1));
  }

  /** Ties a corrective action to the complaint that led to it. */
  @EventListener
  void on(CorrectionOrdered ordered) {
    repository.findFirstByCaseNumberOrderByIdDesc(ordered.complaint()).ifPresent(complaint -> complaint.correctedBy(ordered.correction()));
  }

  /** Closes the complaint in the transaction in which its process ends. One that ends before it was opened has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      Status outcome = Status.valueOf(ended.outcome().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(complaint -> complaint.end(outcome, clock.instant()));
    }
  }
}
