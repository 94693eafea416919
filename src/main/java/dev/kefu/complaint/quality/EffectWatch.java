package dev.kefu.complaint.quality;

import dev.kefu.engine.FactsRefused;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** Whether the correction after a quality complaint helped: each round looks at the next three batches (P60 step confirm-effect). */
@Entity
@Table(name = "complaint_effects")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class EffectWatch {

  /** Where it stands; the last two are ends. */
  enum Status {
    OPEN, CLOSED, CANCELLED
  }

  private static final int BATCHES = 3;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private long qualityId;
  private String processInstanceId;
  private String caseNumber;
  private String complainedBatch;
  private int rounds;
  @Enumerated(EnumType.STRING)
  private Status status = Status.OPEN;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  @ElementCollection
  @CollectionTable(name = "complaint_effect_batches", joinColumns = @JoinColumn(name = "effect_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<EffectBatch> batches = new ArrayList<>();

  EffectWatch(long qualityId, String processInstanceId, String caseNumber, String complainedBatch, Instant openedAt) {
    this.qualityId = qualityId;
    this.processInstanceId = processInstanceId;
    this.caseNumber = caseNumber;
    this.complainedBatch = complainedBatch;
    this.openedAt = openedAt;
  }

  /**
   * Takes the next three batches.
   *
   * @throws FactsRefused other than three, one that stands twice, was looked at before or was complained about; a verdict that the batches contradict
   */
  void check(Effect effect, String by) {
    if (status != Status.OPEN) {
      throw new IllegalStateException("The effect " + caseNumber + " has ended as " + status + ".");
    }
    if (effect.batches().size() != BATCHES) {
      throw new FactsRefused("The next three batches 後三批: there are %d 現為 %d 批".formatted(effect.batches().size(), effect.batches().size()));
    }
    Set<String> seen = batches.stream().map(EffectBatch::getBatchNo).collect(Collectors.toCollection(HashSet::new));
    if (complainedBatch != null) {
      seen.add(complainedBatch);
    }
    effect.batches().stream().map(Effect.Row::batch).filter(batch -> !seen.add(batch)).findFirst().ifPresent(batch -> {
      throw new FactsRefused("The next three batches 後三批: %s is no other batch; name three later ones %s 並非後續批次，須為三個不同的後續批號".formatted(batch, batch));
    });
    if (effect.isEffective() == effect.batches().stream().anyMatch(Effect.Row::recurred)) {
      throw new FactsRefused(effect.isEffective() ? "Effect 效果確認: the defect came again, so it is not effective 缺陷再現，不能判為有效"
          : "Effect 效果確認: the defect came in none of the batches, so it is effective 三批均無缺陷，應判為有效");
    }
    rounds++;
    effect.batches().forEach(row -> batches.add(new EffectBatch(rounds, row, by)));
  }

  /** Whether the last round was free of the defect. */
  boolean isEffective() {
    return rounds > 0 && batches.stream().filter(batch -> batch.getRound() == rounds).noneMatch(EffectBatch::isRecurred);
  }

  /** Earlier batches, for people; empty in the first round. */
  String history() {
    return batches.stream().map(batch -> "- %s, %s: %s".formatted(batch.getBatchNo(), batch.getCheckedOn(), batch.isRecurred() ? "same defect again 缺陷再現" : "free of it 無缺陷"))
        .collect(Collectors.joining("\n"));
  }

  /** Ends the watch; repeating the same end changes nothing. */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    if (status != Status.OPEN || outcome == Status.CLOSED && !isEffective()) {
      throw new IllegalStateException("The effect " + caseNumber + " cannot end as " + outcome + ": it is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  List<EffectBatch> getBatches() {
    return List.copyOf(batches);
  }
}
