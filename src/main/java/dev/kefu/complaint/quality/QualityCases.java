package dev.kefu.complaint.quality;

import dev.kefu.complaint.ledger.ComplaintLedger;
import dev.kefu.complaint.quality.QualityCase.Origin;
import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.FactsRefused;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registers of quality complaints, held batches and effects. */
@Service
@RequiredArgsConstructor
@Transactional
class QualityCases {

  private static final Map<String, QualityCase.Status> OUTCOMES = Map.of("closed", QualityCase.Status.CLOSED, "unjustified", QualityCase.Status.UNJUSTIFIED,
      "rejected", QualityCase.Status.REJECTED, "refused", QualityCase.Status.REFUSED, "cancelled", QualityCase.Status.CANCELLED);

  private final QualityCaseRepository cases;
  private final BatchHoldRepository holds;
  private final EffectWatchRepository effects;
  private final ComplaintLedger ledger;
  private final Clock clock;

  /** Opens a quality complaint with the goods that the ledger names, or returns the one that is open already. */
  QualityCase open(Origin origin, OrderCheck check, String by) {
    return cases.findByProcessInstanceId(origin.processInstanceId())
        .orElseGet(() -> cases.save(new QualityCase(origin, ledger.goodsOf(origin.complaintId()), check, by, clock.instant())));
  }

  /**
   * Finds a quality complaint.
   *
   * @throws IllegalStateException when there is none
   */
  QualityCase get(long id) {
    return cases.findById(id).orElseThrow(() -> new IllegalStateException("The register has no quality complaint " + id + "."));
  }

  /** Holds the sampled batch, once. */
  BatchHold hold(QualityCase quality, String by) {
    return holds.findByQualityIdOrderById(quality.getId()).stream().findFirst().orElseGet(() -> holds.save(new BatchHold(quality, by, clock.instant())));
  }

  /**
   * Takes corrected samples.
   *
   * @throws FactsRefused when the batch, or that it is held, would change: that was acted on; see also {@link QualityCase#sample}
   */
  void correctSamples(QualityCase quality, Sampling sampling, String by) {
    boolean held = !holds.findByQualityIdOrderById(quality.getId()).isEmpty();
    if (held != sampling.batchHeld() || held && !quality.getSampledBatch().equals(sampling.sampledBatch())) {
      throw new FactsRefused("Hold the same batch 同批暫控, batch on the sample 樣品批號: the warehouse keeper was told already; settle it in the case of the batch. 已通知倉管員，請於批次暫控案件中處理");
    }
    quality.sample(sampling, by);
  }

  /**
   * Finds a held batch.
   *
   * @throws IllegalStateException when there is none
   */
  BatchHold holdOf(long id) {
    return holds.findById(id).orElseThrow(() -> new IllegalStateException("The register has no held batch " + id + "."));
  }

  /** Opens the watch over the effect of a correction, or returns the one that is open already. */
  EffectWatch watch(long qualityId, String processInstanceId, String caseNumber, String complainedBatch) {
    return effects.findByProcessInstanceId(processInstanceId)
        .orElseGet(() -> effects.save(new EffectWatch(qualityId, processInstanceId, caseNumber, complainedBatch, clock.instant())));
  }

  /**
   * Finds the watch of a process instance.
   *
   * @throws IllegalStateException when there is none
   */
  EffectWatch watchOf(String processInstanceId) {
    return effects.findByProcessInstanceId(processInstanceId)
        .orElseThrow(() -> new IllegalStateException("The register has no effect for process instance " + processInstanceId + "."));
  }

  /** Closes what belongs to a process in the transaction in which it ends. One that ends before it was opened has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    String instance = ended.processInstanceId();
    switch (ended.processKey()) {
      case "quality-complaint" -> cases.findByProcessInstanceId(instance).ifPresent(quality -> quality.end(OUTCOMES.get(ended.outcome()), clock.instant()));
      case "quality-complaint-hold" -> holds.findByProcessInstanceId(instance)
          .ifPresent(hold -> hold.end(BatchHold.Status.valueOf(ended.outcome().toUpperCase(Locale.ROOT)), clock.instant()));
      case "quality-complaint-effect" -> effects.findByProcessInstanceId(instance)
          .ifPresent(watch -> watch.end(EffectWatch.Status.valueOf(ended.outcome().toUpperCase(Locale.ROOT)), clock.instant()));
      default -> {
        // Not ours.
      }
    }
  }
}
