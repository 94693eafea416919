package dev.kefu.release.proposals;

import dev.kefu.engine.RunningModels;
import dev.kefu.engine.RunningModels.CaseMove;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes running cases along after a release, on a thread of its own; what a node that dies leaves behind, another does after its lease. */
@Slf4j
@Component
@RequiredArgsConstructor
class CaseFollowing {

  private static final Duration LEASE = Duration.ofMinutes(2);

  private final RunningModels running;
  private final ProposalTables tables;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "release-cases"));

  /** Goes on where a node died. */
  @Scheduled(fixedDelayString = "${kefu.release.follow-every}")
  void look() {
    tables.unfinished().forEach(this::begin);
  }

  void begin(long id) {
    thread.execute(() -> {
      try {
        follow(id);
      } catch (RuntimeException unexpected) {
        log.error("Cases of release {} will be taken along after a while", id, unexpected);
      }
    });
  }

  /** Takes along the cases that are left, unless another node does. */
  void follow(long id) {
    if (!tables.hold(id, LEASE)) {
      return;
    }
    Proposal proposal = tables.find(id).orElseThrow();
    List<String> lines = new ArrayList<>(List.of(proposal.report()));
    try {
      CaseMove move = running.moveCases(proposal.following(), (moved, left) -> tables.progress(id, proposal.moved() + moved, left, LEASE));
      lines.add("Running cases that follow 已隨新版本的運行案件: " + (proposal.moved() + move.moved()));
      move.stuck().forEach(stuck -> lines.add("Stays with its version 留在原版本: " + stuck.caseNumber() + ", " + stuck.process() + (stuck.step().isEmpty() ? "" : ", " + stuck.step()) + ": " + stuck.reason()));
    } catch (RuntimeException failed) {
      log.error("Not all cases follow release {}", id, failed);
      lines.add("Not all running cases could be taken along; the others stay with their version 部分運行案件未能移轉，按原版本繼續: " + failed.getMessage());
    }
    tables.followed(id, String.join("\n", lines));
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }
}
